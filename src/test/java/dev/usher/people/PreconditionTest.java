package dev.usher.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.Rfc;
import dev.usher.scim.error.ScimException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreconditionTest {
    @Test
    void admitsEveryVersionWithoutAHeader() {
        assertThat(Precondition.ifMatch(Optional.empty()).admits(7)).isTrue();
        assertThat(Precondition.ifNoneMatch(Optional.empty()).admits(7)).isTrue();
    }

    @Test
    @Rfc("7644 §3.14")
    void comparesWeakAndStrongTagsAlike() {
        assertThat(ifMatch("W/\"7\"").admits(7)).isTrue();
        assertThat(ifMatch("\"7\"").admits(7)).isTrue();
        assertThat(ifMatch("\"6\", W/\"7\"").admits(7)).isTrue();
        assertThat(ifMatch("*").admits(7)).isTrue();
        assertThat(ifMatch("W/\"8\"").admits(7)).isFalse();
        assertThat(ifMatch("garbage").admits(7)).isFalse();
    }

    @Test
    @Rfc("7644 §3.14")
    void turnsRoundForIfNoneMatch() {
        assertThat(Precondition.ifNoneMatch(Optional.of("W/\"7\"")).admits(7)).isFalse();
        assertThat(Precondition.ifNoneMatch(Optional.of("W/\"6\"")).admits(7)).isTrue();
        assertThat(Precondition.ifNoneMatch(Optional.of("*")).admits(7)).isFalse();
    }

    @Test
    void refusesAStaleVersion() {
        assertThatThrownBy(() -> ifMatch("W/\"6\"").require(7))
                .isInstanceOfSatisfying(
                        ScimException.class, e -> assertThat(e.status()).isEqualTo(412));
    }

    private static Precondition ifMatch(String header) {
        return Precondition.ifMatch(Optional.of(header));
    }
}
