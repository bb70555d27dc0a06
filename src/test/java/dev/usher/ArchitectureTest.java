package dev.usher;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.usher.platform.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The architecture, as a table. A changed row comes with an ADR. */
class ArchitectureTest {
    private static final JavaClasses USHER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.usher");

    /** Component → components whose root package it may import; scim is open with its subpackages. */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            row("scim"),
            row("platform"),
            row("launcher", "platform"),
            row("tenant", "platform"),
            row("administrator", "tenant", "audit", "notification", "platform"),
            row("audit", "tenant", "platform"),
            row("journal", "tenant", "platform"),
            row("notification", "scim", "tenant", "audit", "platform"),
            row("catalog", "tenant", "audit", "platform"),
            row("token", "scim", "tenant", "audit", "notification", "job", "platform"),
            row("extension", "scim", "tenant", "audit", "platform"),
            row("assignment", "catalog", "tenant", "audit", "platform"),
            row("mapping", "scim", "assignment", "catalog", "tenant", "audit", "platform"),
            row("job", "scim", "tenant", "audit", "platform"),
            row("inventory", "assignment", "catalog", "tenant", "audit", "platform"),
            row(
                    "people",
                    "scim",
                    "extension",
                    "mapping",
                    "assignment",
                    "catalog",
                    "inventory",
                    "job",
                    "tenant",
                    "audit",
                    "journal",
                    "notification",
                    "platform"),
            row("directory", "scim", "people", "extension", "mapping", "tenant", "audit", "journal", "platform"),
            row(
                    "endpoint",
                    "scim",
                    "people",
                    "directory",
                    "extension",
                    "mapping",
                    "assignment",
                    "catalog",
                    "inventory",
                    "job",
                    "token",
                    "administrator",
                    "tenant",
                    "audit",
                    "journal",
                    "notification",
                    "platform"),
            row("retention", "job", "audit", "journal", "notification", "administrator", "tenant", "platform"),
            row(
                    "monitoring",
                    "people",
                    "job",
                    "assignment",
                    "mapping",
                    "token",
                    "notification",
                    "journal",
                    "audit",
                    "catalog",
                    "inventory",
                    "tenant",
                    "platform"));

    private static final Pattern TODO_WITHOUT_ISSUE = Pattern.compile("TODO(?!\\(#\\d+\\))");

    @TestFactory
    Stream<DynamicTest> componentImportsOnlyItsRow() {
        return MAY_IMPORT.keySet().stream()
                .sorted()
                .map(name -> DynamicTest.dynamicTest(
                        name,
                        () -> classes()
                                .that()
                                .resideInAPackage(inside(name))
                                .should()
                                .onlyDependOnClassesThat(
                                        resideInAnyPackage(allowedFor(name)).or(resideOutsideOfPackage("dev.usher..")))
                                .allowEmptyShould(true)
                                .check(USHER)));
    }

    @Test
    void everyFirstLevelPackageHasARow() {
        Set<String> found = USHER.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("dev.usher."))
                .map(name -> name.split("\\.")[2])
                .collect(Collectors.toCollection(TreeSet::new));
        found.removeAll(MAY_IMPORT.keySet());
        assertTrue(found.isEmpty(), () -> "packages without a row: " + found);
    }

    @Test
    void scimKnowsNoServer() {
        classes()
                .that()
                .resideInAPackage("dev.usher.scim..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.usher.scim..", "java..", "jakarta.json..", "org.jspecify..")
                .check(USHER);
        slices().matching("dev.usher.scim.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(USHER);
    }

    @Test
    void rowsStayInStores() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "org.eclipse.persistence..")
                .check(USHER);
    }

    @Test
    void httpStaysAtTheEdge() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.usher.endpoint..", "dev.usher.monitoring..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..")
                .check(USHER);
    }

    @Test
    void namesSayWhatAClassIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Service|Helper|Util|Utils|DTO|Dto)")
                .check(USHER);
        noClasses().should().haveSimpleNameStartingWith("Abstract").check(USHER);
    }

    /** One that nobody asks for promises what does not happen. */
    @Test
    void everySettingHasItsCaller() {
        Set<String> idle = USHER.get(Settings.class).getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                        && method.getRawParameterTypes().isEmpty()
                        && method.getAccessesToSelf().stream()
                                .allMatch(access -> access.getOriginOwner().equals(method.getOwner())))
                .map(JavaMethod::getName)
                .filter(name -> !name.equals("toString"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(idle.isEmpty(), () -> "settings without a caller: " + idle);
    }

    @Test
    void noSourceFileGrowsPastFourHundredLines() throws IOException {
        assertNone(file -> Files.readAllLines(file).size() > 400);
    }

    @Test
    void everyTodoNamesItsIssue() throws IOException {
        assertNone(file -> TODO_WITHOUT_ISSUE.matcher(Files.readString(file)).find());
    }

    @Test
    void decisionRecordsHaveUniqueNumbers() throws IOException {
        Path records = Path.of("docs/adr");
        if (!Files.isDirectory(records)) {
            return;
        }
        Set<String> seen = new TreeSet<>();
        Set<String> twice = new TreeSet<>();
        try (Stream<Path> files = Files.list(records)) {
            for (Path file : files.toList()) {
                String number = file.getFileName().toString().split("-", 2)[0];
                if (number.matches("\\d{4}") && !seen.add(number)) {
                    twice.add(number);
                }
            }
        }
        assertTrue(twice.isEmpty(), () -> "numbers used twice: " + twice);
    }

    private static void assertNone(Breach breach) throws IOException {
        var guilty = new ArrayList<Path>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                if (breach.in(file)) {
                    guilty.add(file);
                }
            }
        }
        assertTrue(guilty.isEmpty(), guilty::toString);
    }

    private interface Breach {
        boolean in(Path file) throws IOException;
    }

    private static Map.Entry<String, Set<String>> row(String component, String... mayImport) {
        return Map.entry(component, Set.of(mayImport));
    }

    private static String inside(String component) {
        return "dev.usher." + component + "..";
    }

    private static String[] allowedFor(String component) {
        List<String> allowed = new ArrayList<>(List.of(inside(component)));
        for (String other : MAY_IMPORT.get(component)) {
            allowed.add(other.equals("scim") ? inside(other) : "dev.usher." + other);
        }
        return allowed.toArray(String[]::new);
    }
}
