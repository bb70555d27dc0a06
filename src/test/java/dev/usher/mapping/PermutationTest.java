package dev.usher.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.usher.assignment.MappingId;
import dev.usher.platform.Problem;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PermutationTest {
    private static final List<Mapping> PRESENT =
            Orders.order(new AllUsers(), new AllUsers(), new AllUsers()).mappings();
    private static final MappingId A = PRESENT.get(0).id();
    private static final MappingId B = PRESENT.get(1).id();
    private static final MappingId C = PRESENT.get(2).id();

    @Test
    void admitsEveryMappingExactlyOnce() {
        assertThatCode(() -> Permutation.check(PRESENT, List.of(C, A, B))).doesNotThrowAnyException();
    }

    @Test
    void namesWhatIsMissingUnknownAndTwice() {
        var stranger = new MappingId(new UUID(9, 9));

        var problem = catchThrowableOfType(Problem.class, () -> Permutation.check(PRESENT, List.of(C, stranger, C)));

        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.code()).isEqualTo("not-a-permutation");
        assertThat(problem.extra())
                .containsEntry("missing", List.of(text(A), text(B)))
                .containsEntry("unknown", List.of(text(stranger)))
                .containsEntry("twice", List.of(text(C)));
    }

    private static String text(MappingId id) {
        return id.value().toString();
    }
}
