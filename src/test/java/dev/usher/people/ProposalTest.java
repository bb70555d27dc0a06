package dev.usher.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.assignment.Assignment;
import dev.usher.assignment.MappingId;
import dev.usher.catalog.ProfileId;
import dev.usher.catalog.RegionId;
import dev.usher.tenant.Reclassify;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProposalTest {
    private static final Assignment NOW = assignment(1, 1, Optional.of(1));
    private static final Assignment SAME_REGION = assignment(2, 1, Optional.of(2));
    private static final Assignment OTHER_REGION = assignment(2, 2, Optional.of(2));

    @Test
    void keepsWhoMatchesNothing() {
        assertThat(kind(NOW, Optional.empty(), false, Reclassify.AUTOMATIC)).isEqualTo(Proposal.Kind.NO_MATCH);
    }

    @Test
    void leavesWhoHasItAlready() {
        assertThat(kind(NOW, Optional.of(NOW), true, Reclassify.AUTOMATIC)).isEqualTo(Proposal.Kind.STAYS);
    }

    @Test
    void neverMovesADataLockedUser() {
        assertThat(kind(NOW, Optional.of(SAME_REGION), true, Reclassify.AUTOMATIC))
                .isEqualTo(Proposal.Kind.DATA_LOCKED);
    }

    @Test
    void movesWithinTheRegionOnlyWhereThatIsChosen() {
        assertThat(kind(NOW, Optional.of(SAME_REGION), false, Reclassify.AUTOMATIC))
                .isEqualTo(Proposal.Kind.MOVED);
        assertThat(kind(NOW, Optional.of(SAME_REGION), false, Reclassify.SUGGEST))
                .isEqualTo(Proposal.Kind.SUGGESTED);
    }

    @Test
    void suggestsWhatAPersonMustDecide() {
        Assignment byHand = assignment(1, 1, Optional.empty());

        assertThat(Proposal.of(NOW, Optional.of(OTHER_REGION), false, Reclassify.AUTOMATIC)
                        .reason())
                .isEqualTo(Proposal.OTHER_REGION);
        assertThat(Proposal.of(byHand, Optional.of(SAME_REGION), false, Reclassify.AUTOMATIC)
                        .reason())
                .isEqualTo(Proposal.PLACED_BY_HAND);
    }

    private static Proposal.Kind kind(Assignment now, Optional<Assignment> to, boolean locked, Reclassify mode) {
        return Proposal.of(now, to, locked, mode).kind();
    }

    private static Assignment assignment(int profile, int region, Optional<Integer> mapping) {
        return new Assignment(
                new ProfileId(new UUID(1, profile)),
                new RegionId(new UUID(2, region)),
                OptionalLong.empty(),
                mapping.map(number -> new MappingId(new UUID(3, number))),
                7);
    }
}
