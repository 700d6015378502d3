"""Short constructors of described fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any
from urllib.parse import quote

import marshmallow as ma
from marshmallow import fields, validate
from marshmallow.utils import get_value


def _options(description: str, options: dict[str, Any], required: bool = True) -> dict[str, Any]:
    """Field options: description, example and documentation-only keys go to metadata."""
    metadata = {"description": description, **options.pop("metadata", {})}
    for key in ("example", "examples", "format"):
        if key in options:
            value = options.pop(key)
            metadata.update({"examples": [value]} if key == "example" else {key: value})
    options.setdefault("required", required)
    return {**options, "metadata": metadata}


def text(description: str, *, one_of: Sequence[str] = (), **options: Any) -> fields.String:
    """A string."""
    checks = list(options.pop("checks", ()))
    if one_of:
        checks.append(validate.OneOf(one_of))
    if options.get("allow_none") and one_of:
        checks = [validate.OneOf([*one_of, None])]
    return fields.String(validate=checks or None, **_options(description, options))


def number(description: str, low: float | None = None, high: float | None = None, **options: Any) -> fields.Float:
    """A finite number."""
    check = None if low is None and high is None else validate.Range(low, high)
    return fields.Float(validate=check, allow_nan=False, **_options(description, options))


def integer(description: str, low: int | None = 0, high: int | None = None, **options: Any) -> fields.Integer:
    """A whole number, by default not negative."""
    check = None if low is None and high is None else validate.Range(low, high)
    return fields.Integer(strict=options.pop("strict", True), validate=check, **_options(description, options))


def boolean(description: str, **options: Any) -> fields.Boolean:
    """true or false, and nothing that merely looks like it."""
    return StrictBoolean(**_options(description, options))


def nested(schema: type[ma.Schema] | Callable[[], ma.Schema], description: str, **options: Any) -> fields.Nested:
    """An object of another schema."""
    return fields.Nested(schema, **_options(description, options))


def listed(item: Any, description: str, **options: Any) -> fields.List[Any]:
    """A list of objects of a schema, or of values of a field."""
    inner = item if isinstance(item, fields.Field) else fields.Nested(item)
    return fields.List(inner, **_options(description, options))


def mapping(description: str, key: fields.Field[Any], value: fields.Field[Any], **options: Any) -> fields.Field[Any]:
    """An object whose names are data."""
    return Entries(keys=key, values=value, **_options(description, options))


def keyed(name: str, value: str, description: str, **options: Any) -> fields.Field[Any]:
    """An object whose names are data, made of a list of objects with two attributes, a name and a text."""
    return Keyed(name, value, keys=fields.String(), values=fields.String(), **_options(description, options))


class Whole(validate.Regexp):
    """The whole text fits a regular expression; ``$`` alone would let a line break at the end pass."""

    def __call__(self, value: Any) -> Any:
        if self.regex.fullmatch(value) is None:
            raise ma.ValidationError(self._format_error(value))
        return value


class Bytes(validate.Length):
    """A text of so many characters, and of so many bytes in UTF-8 at most: what an index of a database can hold."""

    def __call__(self, value: Any) -> Any:
        if len(value.encode("utf-8", "surrogatepass")) > (self.max or 0):
            raise ma.ValidationError(f"Longer than {self.max} bytes in UTF-8.")
        return super().__call__(value)


class Entries(fields.Dict):
    """An object whose names are data; what is wrong with an entry is told at its name."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        try:
            return super()._deserialize(value, attr, data, **kwargs)  # type: ignore[no-untyped-call]
        except ma.ValidationError as error:
            told = error.messages
            if not isinstance(told, dict):
                raise
            flat = {name: [*parts.get("key", ()), *parts.get("value", ())] for name, parts in told.items()}
            raise ma.ValidationError(flat) from error


class Keyed(Entries):
    """A list of objects with two attributes as an object: the one attribute names an entry, the other is its value."""

    def __init__(self, name: str, value: str, **options: Any) -> None:
        super().__init__(**options)
        self.attributes = (name, value)

    def written(self, objects: Iterable[Any]) -> dict[str, Any]:
        """The objects as one."""
        return dict(map(attrgetter(*self.attributes), objects))

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> dict[str, Any] | None:
        return None if value is None else self.written(value)


class StrictBoolean(fields.Boolean):
    """A JSON boolean; marshmallow would take "yes" and 1."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> bool:
        if not isinstance(value, bool):
            raise self.make_error("invalid", input=value)
        return value


class Links(fields.Field[Any]):
    """Addresses of related resources, made from attributes of the object."""

    _CHECK_ATTRIBUTE = False

    def __init__(self, /, **templates: str) -> None:
        super().__init__(
            dump_only=True,
            metadata={
                "type": "object",
                "description": "Addresses of related resources.",
                "properties": {
                    name: {"type": "string", "examples": [template]} for name, template in templates.items()
                },
                "required": list(templates),
            },
        )
        self.templates: Mapping[str, str] = templates

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> dict[str, str]:
        held = {name: get_value(obj, name) for name in ("id", "story", "outlet")}
        parts = {name: quote(str(value), safe="") for name, value in held.items() if value is not ma.missing}
        return {name: template.format(**parts) for name, template in self.templates.items()}
