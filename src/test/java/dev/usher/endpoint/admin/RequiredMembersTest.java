package dev.usher.endpoint.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an endpoint demands of a body, its shape calls {@code required}. */
class RequiredMembersTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/usher/endpoint/admin");
    private static final Set<String> DEMANDS = Set.of("text", "id", "constant", "body", "number", "instant");

    /** Of these a member may be left out, but not sent blank. */
    private static final Set<String> PARTS = Set.of("MappingChange", "ProfileChange", "MailTemplateTrial");

    @Test
    void everyMemberThatIsDemandedIsCalledRequired() {
        assertThat(methods()).filteredOn(method -> !demanded(method).isEmpty()).hasSizeGreaterThan(15);
        assertThat(methods())
                .allSatisfy(method ->
                        assertThat(required(method)).as(method.toString()).containsAll(demanded(method)));
    }

    private static Set<String> demanded(Method method) {
        return Calls.of(method, Body.class).stream()
                .filter(access -> access.getTargetOwner().isEquivalentTo(Body.class)
                        && DEMANDS.contains(access.getName())
                        && !ofTheClass(access))
                .flatMap(RequiredMembersTest::members)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean ofTheClass(JavaAccess<?> access) {
        return access.getTarget()
                .resolveMember()
                .filter(member -> member.getModifiers().contains(JavaModifier.STATIC))
                .isPresent();
    }

    /** The names stand in the calls of a line, as texts or as constants of their class. */
    private static Stream<String> members(JavaAccess<?> call) {
        List<String> lines = lines(call.getOriginOwner().getSimpleName());
        return Pattern.compile("\\." + call.getName() + "\\((\"?)(\\w+)\\1[,)]")
                .matcher(lines.get(call.getLineNumber() - 1))
                .results()
                .map(name -> name.group(1).isEmpty() ? constant(lines, name.group(2)) : name.group(2));
    }

    private static String constant(List<String> lines, String name) {
        return Pattern.compile(" " + name + " = \"(\\w+)\";")
                .matcher(String.join("\n", lines))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name));
    }

    private static List<String> lines(String type) {
        try {
            return Files.readAllLines(SOURCES.resolve(type + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the shape and of the objects inside it. */
    private static Set<String> required(Method method) {
        var names = new TreeSet<String>();
        String request = method.getAnnotation(Operation.class).request();
        collect(OpenApi.schemas().getOrDefault(request, JsonValue.EMPTY_JSON_OBJECT), names);
        return names;
    }

    private static void collect(JsonValue value, Set<String> names) {
        if (value instanceof JsonObject object) {
            if (object.containsKey("required")) {
                object.getJsonArray("required")
                        .getValuesAs(JsonString::getString)
                        .forEach(names::add);
            }
            object.values().forEach(inner -> collect(inner, names));
        }
    }

    private static Stream<Method> methods() {
        return OpenApi.routes(AdminApplication.ENDPOINTS).values().stream()
                .flatMap(methods -> methods.values().stream())
                .filter(method ->
                        !PARTS.contains(method.getAnnotation(Operation.class).request()));
    }
}
