"""The tab Planes: each intervención with its plan, its weeks, its sessions and its adjustments."""

from ui.tabs.planes.tab import PlanesTab

__all__ = ["PlanesTab"]
