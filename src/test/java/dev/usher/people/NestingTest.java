package dev.usher.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NestingTest {
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);

    @Test
    void findsGroupsAroundAndInside() {
        var nesting = new Nesting(List.of(edge(A, B), edge(B, C)));

        assertThat(nesting.above(List.of(C))).containsExactlyInAnyOrder(A, B);
        assertThat(nesting.below(List.of(A))).containsExactlyInAnyOrder(B, C);
        assertThat(nesting.name(A)).isEqualTo("group 1");
        assertThat(nesting.name(C)).isEmpty();
    }

    @Test
    void endsInACycle() {
        var nesting = new Nesting(List.of(edge(A, B), edge(B, C), edge(C, A), edge(A, A)));

        assertThat(nesting.above(List.of(A))).containsExactlyInAnyOrder(B, C);
        assertThat(nesting.below(List.of(A, B))).containsExactly(C);
    }

    @Test
    void walksAChainOfTenThousandGroups() {
        var edges = new ArrayList<Nesting.Edge>();
        for (int i = 0; i < 10_000; i++) {
            edges.add(edge(new UUID(1, i), new UUID(1, i + 1)));
        }

        assertThat(new Nesting(edges).below(List.of(new UUID(1, 0)))).hasSize(10_000);
    }

    private static Nesting.Edge edge(UUID parent, UUID child) {
        return new Nesting.Edge(parent, "group " + parent.getLeastSignificantBits(), child);
    }
}
