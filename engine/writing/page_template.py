"""The page's frame: templates that escape every value, and a policy that lets the page load nothing."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from jinja2 import Environment

_FOLDER: Final = "templates"


def rendered(template: str, lang: str, **values: Any) -> str:  # noqa: ANN401  templates take what they show
    """Render a template as one self-contained HTML document.

    Takes the name of a template that extends ``layout.html``, the language, and what the template shows. The document
    carries its style sheet and its script; the browser runs these two, by their hashes, and fetches nothing.
    """
    from markupsafe import Markup

    css, script = text_of(__package__, "page.css"), text_of(__package__, "page.js")
    policy = "; ".join(
        (
            "default-src 'none'",
            f"style-src '{hash_of(css)}'",
            f"script-src '{hash_of(script)}'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    # Both files are this package's own; nothing of a dossier gets into them.
    own = {"css": Markup(css), "script": Markup(script)}  # noqa: S704
    return environment_of(__package__).get_template(template).render(lang=lang, policy=policy, **own, **values)


@cache
def environment_of(package: str) -> Environment:
    """Give the templates of a package's ``templates/``, read once: escaping, and strict about names."""
    from jinja2 import DictLoader, Environment, StrictUndefined

    folder = files(package).joinpath(_FOLDER)
    texts = {entry.name: text_of(package, entry.name) for entry in folder.iterdir() if entry.name.endswith(".html")}
    return Environment(
        loader=DictLoader(texts),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def text_of(package: str, name: str) -> str:
    """Give a file of a package's ``templates/`` as text."""
    return files(package).joinpath(_FOLDER, name).read_text(encoding="utf-8")


def hash_of(text: str) -> str:
    """Give the hash by which a Content Security Policy names an inline style sheet or script."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
