package dev.usher;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A deadlock undoes a transaction for no fault of whoever asked, so endpoints begin one only inside
 * {@code Contention.retried}, which repeats it. What begins no transaction needs no such care.
 */
class RetriedTest {
    @Test
    void endpointsRepeatWhatContentionUndid() {
        var endpoints = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.usher");

        List<? extends JavaCall<?>> beginning = endpoints.stream()
                .filter(each -> each.getPackageName().startsWith("dev.usher.endpoint.admin"))
                .flatMap(each -> each.getMethodCallsFromSelf().stream())
                .filter(RetriedTest::begins)
                .toList();

        assertThat(beginning).hasSizeGreaterThan(20);
        assertThat(beginning.stream().filter(call -> !call.isDeclaredInLambda()).map(JavaCall::getDescription))
                .as("transactions that are begun outside retried(…)")
                .isEmpty();
    }

    private static boolean begins(JavaCall<?> call) {
        return call.getTarget().resolveMember().stream()
                .anyMatch(member -> member instanceof JavaMethod method
                        && method.getOwner().isAnnotatedWith(Stateless.class)
                        && !method.getModifiers().contains(JavaModifier.STATIC)
                        && attribute(method) == TransactionAttributeType.REQUIRED);
    }

    private static TransactionAttributeType attribute(JavaMethod method) {
        return method.tryGetAnnotationOfType(TransactionAttribute.class)
                .or(() -> method.getOwner().tryGetAnnotationOfType(TransactionAttribute.class))
                .map(TransactionAttribute::value)
                .orElse(TransactionAttributeType.REQUIRED);
    }
}
