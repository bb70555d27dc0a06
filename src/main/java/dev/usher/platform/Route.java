package dev.usher.platform;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The sorts of requests that are counted and timed apart: each way to use SCIM, and the rest in a few lots. The list is
 * closed, so that what callers send never makes another number to keep.
 */
public enum Route {
    USERS_LIST("GET", "/scim/v2/Users"),
    USERS_READ("GET", "/scim/v2/Users/{id}"),
    USERS_CREATE("POST", "/scim/v2/Users"),
    USERS_REPLACE("PUT", "/scim/v2/Users/{id}"),
    USERS_PATCH("PATCH", "/scim/v2/Users/{id}"),
    USERS_DELETE("DELETE", "/scim/v2/Users/{id}"),
    USERS_SEARCH("POST", "/scim/v2/Users/.search"),
    GROUPS_LIST("GET", "/scim/v2/Groups"),
    GROUPS_READ("GET", "/scim/v2/Groups/{id}"),
    GROUPS_CREATE("POST", "/scim/v2/Groups"),
    GROUPS_REPLACE("PUT", "/scim/v2/Groups/{id}"),
    GROUPS_PATCH("PATCH", "/scim/v2/Groups/{id}"),
    GROUPS_DELETE("DELETE", "/scim/v2/Groups/{id}"),
    GROUPS_SEARCH("POST", "/scim/v2/Groups/.search"),
    BULK("POST", "/scim/v2/Bulk"),
    /** Discovery, {@code /Me}, searches over everything, and what is no address of SCIM. */
    SCIM_OTHER("*", "/scim/v2/…"),
    API_READ("GET", "/api/v1/…"),
    API_CHANGE("POST, PUT, PATCH, DELETE", "/api/v1/…"),
    CONSOLE("GET", "/ui/…"),
    OPS("GET", "/ops/…"),
    OTHER("*", "…");

    private final String method;
    private final String path;

    Route(String method, String path) {
        this.method = requireNonNull(method, "method");
        this.path = requireNonNull(path, "path");
    }

    /** Its name in metrics, logs and management beans: {@code users-list}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The requests it stands for, for people: {@code GET /scim/v2/Users}. */
    public String requests() {
        return method + " " + path;
    }

    /** The route of a request by its method and its path within the application, whatever they hold. */
    public static Route of(String method, String path) {
        String[] parts = path.split("/", -1);
        var segments = Arrays.stream(parts).filter(part -> !part.isEmpty()).toList();
        if (segments.isEmpty()) {
            return OTHER;
        }
        return switch (segments.get(0)) {
            case "scim" -> scim(method, segments.subList(1, segments.size()));
            case "api" -> reads(method) ? API_READ : API_CHANGE;
            case "ui" -> CONSOLE;
            case "ops" -> OPS;
            default -> OTHER;
        };
    }

    private static Route scim(String method, List<String> given) {
        var rest = !given.isEmpty() && given.get(0).equalsIgnoreCase("v2") ? given.subList(1, given.size()) : given;
        if (rest.isEmpty()) {
            return SCIM_OTHER;
        }
        String type = rest.get(0).toLowerCase(Locale.ROOT);
        if (type.equals("bulk")) {
            return BULK;
        }
        if (!type.equals("users") && !type.equals("groups")) {
            return SCIM_OTHER;
        }
        return operation(method, rest)
                .map(operation -> valueOf(type.toUpperCase(Locale.ROOT) + "_" + operation))
                .orElse(SCIM_OTHER);
    }

    private static Optional<String> operation(String method, List<String> rest) {
        boolean whole = rest.size() == 1;
        return Optional.ofNullable(
                switch (method) {
                    case "GET", "HEAD" -> whole ? "LIST" : "READ";
                    case "POST" -> whole ? "CREATE" : rest.get(1).equals(".search") ? "SEARCH" : null;
                    case "PUT" -> "REPLACE";
                    case "PATCH" -> "PATCH";
                    case "DELETE" -> "DELETE";
                    default -> null;
                });
    }

    private static boolean reads(String method) {
        return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
    }
}
