package dev.usher.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    @ParameterizedTest
    @ValueSource(strings = {"a@firm.example", "a.b+c_d'e@mail.firm.example", "a@localhost"})
    void takesPlainMailboxes(String address) {
        assertThat(Addresses.valid(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "@firm.example",
                "a@",
                "a@b@c",
                "a b@firm.example",
                "a@firm.example\r\nBcc: b@firm.example",
                "a@firm.example,b@firm.example",
                "Name <a@firm.example>",
                "list:a@firm.example;",
                "a\u0000@firm.example",
                "\"a b\"@firm.example",
                "a@firm.example ",
                "a@[127.0.0.1]"
            })
    void takesNothingElse(String address) {
        assertThat(Addresses.valid(address)).isFalse();
    }

    @Test
    void takesNoAddressThatIsTooLong() {
        assertThat(Addresses.valid("a@" + "b".repeat(260))).isFalse();
    }
}
