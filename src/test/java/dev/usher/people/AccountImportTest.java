package dev.usher.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.mapping.Mappings;
import dev.usher.people.AccountImport.Result;
import dev.usher.platform.store.EntityUnit;
import dev.usher.scim.Samples;
import dev.usher.tenant.Caller;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class AccountImportTest {
    @AutoClose
    private static final EntityUnit UNIT = new EntityUnit();

    private static final JsonObject ANNA = Samples.json("{'userName':'anna@example.com'}");

    /** A long table on one node, an administrator on another. */
    @Test
    void goesByTheMappingsOfEachLinesMoment() {
        var company = new Company(UNIT);
        var imports = UNIT.bean(AccountImport.class);
        Caller early = company.caller(Caller.Kind.ADMINISTRATOR);
        assertThat(UNIT.bean(Mappings.class).order(early).mappings()).isEmpty();

        company.takeEverybody();
        Result made = UNIT.transaction(() -> imports.create(early, ANNA));

        assertThat(made.reason()).isEmpty();
        assertThat(made.mapping()).isEqualTo("All");
    }
}
