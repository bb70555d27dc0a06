package dev.usher.scim.patch;

import dev.usher.scim.filter.Path;
import dev.usher.scim.patch.PatchOperation.Kind;
import jakarta.json.JsonValue;

/** One edit of attributes. */
record AttributeEdit(Kind kind, Path path, JsonValue value) {}
