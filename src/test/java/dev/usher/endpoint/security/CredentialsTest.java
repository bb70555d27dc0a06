package dev.usher.endpoint.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.endpoint.security.PresentedCredential.Sort;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class CredentialsTest {
    @Test
    void readsABearerTokenInAnyCaseOfItsScheme() {
        var shown = Credentials.scim("bEARER   ush_abc ");

        assertThat(shown).isPresent();
        assertThat(shown.get().sort()).isEqualTo(Sort.TOKEN);
        assertThat(shown.get().secret().reveal()).isEqualTo("ush_abc");
    }

    @Test
    void takesNoOtherSchemeForScim() {
        assertThat(Credentials.scim(basic("admin:secret"))).isEmpty();
        assertThat(Credentials.scim("Bearer")).isEmpty();
        assertThat(Credentials.scim("Bearerush_abc")).isEmpty();
    }

    @Test
    void splitsBasicAtTheFirstColonAsUtf8() {
        var shown = Credentials.api(basic("ännchen:pa:ss"));

        assertThat(shown).isPresent();
        assertThat(shown.get().sort()).isEqualTo(Sort.PASSWORD);
        assertThat(shown.get().name()).isEqualTo("ännchen");
        assertThat(shown.get().secret().reveal()).isEqualTo("pa:ss");
    }

    @Test
    void takesAnApiKeyAsBearerAndAsPassword() {
        assertThat(Credentials.api("Bearer usa_abc").map(PresentedCredential::sort))
                .contains(Sort.API_KEY);
        assertThat(Credentials.api(basic("anything:usa_abc")).map(PresentedCredential::sort))
                .contains(Sort.API_KEY);
    }

    @Test
    void readsNothingFromWhatIsBroken() {
        assertThat(Credentials.api("Basic %%%")).isEmpty();
        assertThat(Credentials.api(basic("no colon"))).isEmpty();
        assertThat(Credentials.api("Digest x")).isEmpty();
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
