package dev.usher.endpoint.admin;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes the OpenAPI document from the JAX-RS annotations of the endpoints themselves and {@link Operation}, which tests hold
 * against what they read, so that it cannot drift from them; only the shapes of bodies are written by hand, in
 * {@code openapi/*.json}. The same on every server: one of ours has no MicroProfile OpenAPI.
 */
final class OpenApi {
    /** What every list by pages takes. */
    static final List<RequestParameter> PAGE = List.of(RequestParameter.LIMIT, RequestParameter.CURSOR);

    private static final List<String> SCHEMAS = List.of("access", "mappings", "people", "numbers", "life", "mail");
    private static final Pattern VARIABLE = Pattern.compile("\\{\\s*(\\w+)\\s*(?::[^}]*)?}");
    private static final String JSON = "application/json";

    private OpenApi() {}

    static JsonObject of(List<Class<?>> endpoints) {
        JsonObject schemas = schemas();
        var paths = Json.createObjectBuilder();
        routes(endpoints).forEach((path, methods) -> {
            var item = Json.createObjectBuilder();
            methods.forEach(
                    (verb, method) -> item.add(verb.toLowerCase(Locale.ROOT), operation(path, method, schemas)));
            paths.add(path, item);
        });
        var info = Json.createObjectBuilder()
                .add("title", "Usher admin API")
                .add("version", "1")
                .add(
                        "description",
                        "What the console and scripts use. Errors are application/problem+json (RFC 9457).");
        return Json.createObjectBuilder()
                .add("openapi", "3.0.3")
                .add("info", info)
                .add(
                        "servers",
                        array(Json.createObjectBuilder()
                                .add("url", AdminApplication.PATH)
                                .build()))
                .add("security", security())
                .add("paths", paths)
                .add("components", components(schemas))
                .build();
    }

    /** Path template → verb → method, in order, for the whole list. */
    static Map<String, Map<String, Method>> routes(List<Class<?>> endpoints) {
        var routes = new TreeMap<String, Map<String, Method>>();
        for (Class<?> endpoint : endpoints) {
            for (Method method : methods(endpoint)) {
                Optional<String> verb = verb(method);
                if (verb.isPresent()) {
                    String path =
                            join(path(endpoint.getAnnotation(Path.class)), path(method.getAnnotation(Path.class)));
                    routes.computeIfAbsent(path, any -> new TreeMap<>()).put(verb.get(), method);
                }
            }
        }
        return routes;
    }

    /** All hand-written shapes, by name. */
    static JsonObject schemas() {
        var all = Json.createObjectBuilder();
        for (String part : SCHEMAS) {
            try (InputStream in = OpenApi.class.getResourceAsStream("/openapi/" + part + ".json")) {
                if (in != null) {
                    try (var reader = Json.createReader(in)) {
                        reader.readObject().forEach(all::add);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all.build();
    }

    private static List<Method> methods(Class<?> endpoint) {
        return Arrays.stream(endpoint.getMethods())
                .sorted(Comparator.comparing(Method::toString))
                .toList();
    }

    private static Optional<String> verb(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                return Optional.of(verb.value());
            }
        }
        return Optional.empty();
    }

    private static String path(Path path) {
        return path == null ? "" : VARIABLE.matcher(path.value()).replaceAll("{$1}");
    }

    private static String join(String first, String second) {
        String joined = Stream.of((first + "/" + second).split("/", -1))
                .filter(part -> !part.isEmpty())
                .reduce("", (path, part) -> path + "/" + part);
        return joined.isEmpty() ? "/" : joined;
    }

    private static JsonObject operation(String path, Method method, JsonObject schemas) {
        Optional<Operation> about = Optional.ofNullable(method.getAnnotation(Operation.class));
        String tag = method.getDeclaringClass().getSimpleName().replace("Endpoint", "");
        var operation = Json.createObjectBuilder()
                .add("operationId", tag + "." + method.getName())
                .add("tags", array(Json.createValue(tag)))
                .add("summary", about.map(Operation::summary).orElse(method.getName()))
                .add("parameters", parameters(path, about));
        about.map(Operation::request)
                .filter(name -> !name.isEmpty())
                .ifPresent(name -> operation.add(
                        "requestBody",
                        bodies(about.get(), reference(name, schemas))
                                .add("required", !about.get().bodyOptional())));
        return operation.add("responses", responses(about, schemas)).build();
    }

    private static JsonArrayBuilder parameters(String path, Optional<Operation> about) {
        var parameters = Json.createArrayBuilder();
        Matcher variables = VARIABLE.matcher(path);
        while (variables.find()) {
            parameters.add(variable(variables.group(1)));
        }
        about.map(operation -> Arrays.stream(operation.parameters()))
                .orElse(Stream.empty())
                .forEach(parameter -> parameters.add(parameter.described()));
        if (about.map(Operation::list).orElse(false)) {
            PAGE.forEach(parameter -> parameters.add(parameter.described()));
        }
        return parameters;
    }

    private static JsonObjectBuilder variable(String name) {
        return Json.createObjectBuilder()
                .add("name", name)
                .add("in", "path")
                .add("required", true)
                .add("schema", Json.createObjectBuilder().add("type", "string"));
    }

    private static JsonObjectBuilder responses(Optional<Operation> about, JsonObject schemas) {
        var success = Json.createObjectBuilder().add("description", "Success");
        about.filter(operation -> !operation.answer().isEmpty()).ifPresent(operation -> {
            JsonObject schema = reference(operation.answer(), schemas);
            success.addAll(content(operation.list() ? page(schema) : schema));
        });
        var failure = Json.createObjectBuilder()
                .add("description", "A problem (RFC 9457)")
                .add(
                        "content",
                        Json.createObjectBuilder()
                                .add(
                                        "application/problem+json",
                                        Json.createObjectBuilder().add("schema", reference("Problem", schemas))));
        var responses = Json.createObjectBuilder();
        about.map(Operation::csv)
                .filter(name -> !name.isEmpty())
                .ifPresent(name -> responses.add(
                        "200", content(reference(name, schemas)).add("description", "Success, of a table")));
        JsonObject answered = success.build();
        Arrays.stream(about.map(Operation::status).orElse(new int[] {200}))
                .forEach(status -> responses.add(Integer.toString(status), answered));
        return responses.add("default", failure);
    }

    /** JSON, and a table where the operation takes one. */
    private static JsonObjectBuilder bodies(Operation about, JsonObject schema) {
        var types =
                Json.createObjectBuilder().add(JSON, Json.createObjectBuilder().add("schema", schema));
        if (!about.csv().isEmpty()) {
            var text = Json.createObjectBuilder().add("type", "string");
            types.add(Csv.MEDIA_TYPE, Json.createObjectBuilder().add("schema", text));
        }
        return Json.createObjectBuilder().add("content", types);
    }

    private static JsonObjectBuilder content(JsonObject schema) {
        return Json.createObjectBuilder()
                .add(
                        "content",
                        Json.createObjectBuilder()
                                .add(JSON, Json.createObjectBuilder().add("schema", schema)));
    }

    private static JsonObject page(JsonObject item) {
        var items = Json.createObjectBuilder().add("type", "array").add("items", item);
        return Json.createObjectBuilder()
                .add("type", "object")
                .add(
                        "properties",
                        Json.createObjectBuilder()
                                .add("items", items)
                                .add("next", Json.createObjectBuilder().add("type", "string")))
                .build();
    }

    /** A name without a shape is any object, rather than a reference to nothing. */
    private static JsonObject reference(String name, JsonObject schemas) {
        return schemas.containsKey(name)
                ? Json.createObjectBuilder()
                        .add("$ref", "#/components/schemas/" + name)
                        .build()
                : Json.createObjectBuilder().add("type", "object").build();
    }

    private static JsonArrayBuilder security() {
        return Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("basic", JsonValue.EMPTY_JSON_ARRAY))
                .add(Json.createObjectBuilder().add("apiKey", JsonValue.EMPTY_JSON_ARRAY));
    }

    private static JsonObjectBuilder components(JsonObject schemas) {
        var schemes = Json.createObjectBuilder()
                .add("basic", Json.createObjectBuilder().add("type", "http").add("scheme", "basic"))
                .add("apiKey", Json.createObjectBuilder().add("type", "http").add("scheme", "bearer"));
        return Json.createObjectBuilder().add("securitySchemes", schemes).add("schemas", schemas);
    }

    private static JsonArrayBuilder array(JsonValue value) {
        return Json.createArrayBuilder().add(value);
    }
}
