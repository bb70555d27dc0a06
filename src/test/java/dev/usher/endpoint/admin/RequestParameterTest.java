package dev.usher.endpoint.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import dev.usher.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RequestParameterTest {
    /** How one could read a request past the names that are declared. */
    private static final Map<Class<?>, Set<String>> WAYS_PAST = Map.of(
            UriInfo.class, Set.of("getQueryParameters", "getRequestUri", "getRequestUriBuilder"),
            HttpHeaders.class, Set.of("getHeaderString", "getRequestHeader", "getRequestHeaders", "getCookies"),
            HttpServletRequest.class,
                    Set.of(
                            "getParameter",
                            "getParameterValues",
                            "getParameterMap",
                            "getParameterNames",
                            "getQueryString",
                            "getHeader",
                            "getHeaders",
                            "getIntHeader",
                            "getDateHeader"));

    @Test
    void everyOperationNamesWhatItReadsAndNothingElse() {
        assertThat(operations()).isNotEmpty().allSatisfy(method -> {
            Operation about = method.getAnnotation(Operation.class);
            var named = EnumSet.noneOf(RequestParameter.class);
            named.addAll(List.of(about.parameters()));
            if (about.list()) {
                named.addAll(OpenApi.PAGE);
            }
            named.remove(RequestParameter.CONSOLE); // what makes sure of it is not of this package

            assertThat(read(method)).as(method.toString()).isEqualTo(named);
        });
    }

    @Test
    void nothingOfARequestIsReadByAnotherWay() {
        assertThat(Calls.ENDPOINTS.stream()
                        .flatMap(each -> each.getAccessesFromSelf().stream())
                        .filter(RequestParameterTest::past)
                        .filter(access -> !access.getOriginOwner().isEquivalentTo(RequestParameter.class))
                        .map(JavaAccess::getDescription))
                .isEmpty();
        assertThat(operations())
                .allSatisfy(method -> assertThat(Arrays.stream(method.getParameterAnnotations())
                                .flatMap(Arrays::stream)
                                .map(Annotation::annotationType))
                        .as(method.toString())
                        .isSubsetOf(PathParam.class, Context.class));
    }

    @Test
    void takesNothingForNoAndRefusesWhatIsNeither() {
        assertThat(RequestParameter.DRY_RUN.flag(query("limit", "1"))).isFalse();
        assertThat(RequestParameter.DRY_RUN.flag(query("dryRun", "true"))).isTrue();
        assertThatThrownBy(() -> RequestParameter.DRY_RUN.flag(query("dryRun", "yes")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("'dryRun'");
    }

    @Test
    void takesABlankFilterForNone() {
        assertThat(RequestParameter.ACTOR.filled(query("actor", " "))).isEmpty();
        assertThat(RequestParameter.TARGET.id(query("target", ""))).isEmpty();
        assertThatThrownBy(() -> RequestParameter.TARGET.id(query("target", "7")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("'target' must be an id");
    }

    private static Set<RequestParameter> read(Method method) {
        var found = EnumSet.noneOf(RequestParameter.class);
        Calls.of(method, RequestParameter.class).stream()
                .filter(access -> access instanceof JavaFieldAccess
                        && access.getTargetOwner().isEquivalentTo(RequestParameter.class))
                .forEach(access -> found.add(RequestParameter.valueOf(access.getName())));
        return found;
    }

    private static boolean past(JavaAccess<?> access) {
        return WAYS_PAST.entrySet().stream()
                .anyMatch(way -> access.getTargetOwner().isAssignableTo(way.getKey())
                        && way.getValue().contains(access.getName()));
    }

    private static Stream<Method> operations() {
        return OpenApi.routes(AdminApplication.ENDPOINTS).values().stream()
                .flatMap(methods -> methods.values().stream());
    }

    private static UriInfo query(String name, String value) {
        var parameters = new MultivaluedHashMap<String, String>();
        parameters.add(name, value);
        return (UriInfo) Proxy.newProxyInstance(
                UriInfo.class.getClassLoader(), new Class<?>[] {UriInfo.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("getQueryParameters");
                    return parameters;
                });
    }
}
