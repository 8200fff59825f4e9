"""The texts of the printed forms: those of the program, or as the plantel changed them."""

from app import domain
from app.errors import InvalidValue
from app.fields import cleaned
from app.formatos.textos import TEXTOS, default_text
from app.store import Store


def text_of(store: Store, clave: str) -> str:
    """The text of a form as it prints in this plantel."""
    found = store.plantillas.where(clave=clave)
    return found[0].texto if found else default_text(clave)


def is_changed(store: Store, clave: str) -> bool:
    """Whether the plantel has its own words for it."""
    return bool(store.plantillas.count(clave=clave))


def change_text(store: Store, clave: str, typed: str) -> None:
    """Stores the plantel's words; InvalidValue when they say nothing."""
    texto = cleaned(domain.Plantilla, {"texto": typed})["texto"]
    if not texto:
        raise InvalidValue("texto", "El texto no puede quedar vacío")
    if texto == text_of(store, clave):
        return
    if texto == default_text(clave):
        restore_text(store, clave)
        return
    found = store.plantillas.where(clave=clave)
    with store.operation(f"Cambiar el texto de «{TEXTOS[clave].titulo}»"):
        if found:
            store.plantillas.change(found[0].id, texto=texto)
        else:
            store.plantillas.add(domain.Plantilla(clave=clave, texto=texto))


def restore_text(store: Store, clave: str) -> None:
    """Goes back to the text of the program."""
    found = store.plantillas.where(clave=clave)
    if found:
        with store.operation(f"Volver al texto original de «{TEXTOS[clave].titulo}»"):
            store.plantillas.delete_many([one.id for one in found])
