"""What a page offers to print: the form it is about and whom it has chosen."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PrintChoice:
    """`page.print_choice()` gives one.

    `formato` is the key of a form and `kind` of what the ids are, a key of SUBJECTS. `chosen` are
    the rows chosen in the page, `shown` all that its list shows now. `blank` asks for empty forms.
    When the user named the form, `named` is true: it wins over the one used last.
    """

    formato: str = ""
    kind: str = ""
    chosen: tuple[int, ...] = ()
    shown: tuple[int, ...] = ()
    named: bool = False
    blank: bool = False
