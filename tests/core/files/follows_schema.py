# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: follows_schema.py SCHEMA DEFAULTS FILE...

Checks that every experiment FILE follows the SCHEMA, and that the members of the file DEFAULTS, which holds a
scenario as the program makes it, have the values that the schema states as their defaults.
"""
import json
import sys

import jsonschema


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def resolved(schema, root):
    """The schema with the one that it refers to."""
    if "$ref" not in schema:
        return schema
    target = root["$defs"][schema["$ref"].rsplit("/", 1)[1]]
    return {**resolved(target, root), **schema}


def wrong_defaults(value, schema, root, path=""):
    schema = resolved(schema, root)
    if "default" in schema and schema["default"] != value:
        yield f"{path}: the schema says {schema['default']!r}, the program {value!r}"
    for name, member in schema.get("properties", {}).items():
        if isinstance(value, dict) and name in value:
            yield from wrong_defaults(value[name], member, root, f"{path}/{name}")


def main():
    schema = load(sys.argv[1])
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    faults = list(wrong_defaults(load(sys.argv[2]), schema, schema))
    for path in sys.argv[3:]:
        faults += [f"{path}: {error.json_path}: {error.message}" for error in validator.iter_errors(load(path))]
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
