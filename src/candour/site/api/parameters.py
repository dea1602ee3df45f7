"""Parameters of an operation, from what its page may be asked."""

from typing import Any

from candour.site.pages.asked import Asked


def parameters_of(asked: type[Asked]) -> list[dict[str, Any]]:
    """As OpenAPI describes them."""
    schema = asked.model_json_schema()
    definitions = schema.get("$defs", {})
    required = schema.get("required", [])
    return [
        _parameter(name, _whole(found, definitions), required=name in required)
        for name, found in schema.get("properties", {}).items()
    ]


def _parameter(name: str, schema: dict[str, Any], *, required: bool) -> dict[str, Any]:
    schema.pop("title", None)
    told = {"name": name, "in": "query", "required": required, "description": schema.pop("description", "")}
    return {**told, "allowEmptyValue": True, "schema": schema}


def _whole(schema: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """A schema that refers to nothing, of what can stand in an address: there is no null."""
    if "$ref" in schema:
        named = definitions[schema["$ref"].rpartition("/")[2]]
        return _whole({**named, **{key: value for key, value in schema.items() if key != "$ref"}}, definitions)
    choices = [_whole(one, definitions) for one in schema.get("anyOf", []) if one.get("type") != "null"]
    rest = {key: value for key, value in schema.items() if key != "anyOf"}
    if rest.get("default", "") is None:
        rest.pop("default")
    if len(choices) == 1:
        return {**choices[0], **rest}
    if choices:
        rest["anyOf"] = choices
    if "items" in rest:
        rest["items"] = _whole(rest["items"], definitions)
    return rest
