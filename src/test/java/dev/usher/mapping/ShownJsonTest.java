package dev.usher.mapping;

import static dev.usher.mapping.Orders.attribute;
import static dev.usher.mapping.Orders.order;
import static dev.usher.mapping.Orders.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.scim.resource.JsonText;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the admin API shows of mappings, explanations and warnings. */
class ShownJsonTest {
    @Test
    void showsAMappingWithTheNamesOfWhatItAssigns() {
        Mapping mapping = order(new AllUsers()).mappings().get(0);

        assertThat(MappingJson.of(mapping)).isEqualTo(json("""
                {"id":"00000000-0000-0002-0000-000000000000","name":"m0","criteria":{"type":"ALL_USERS"},
                 "assignment":{"profileId":"00000000-0000-0001-0000-000000000001","profileName":"General",
                   "dataLocked":false,"storageRegionId":"00000000-0000-0001-0000-000000000002","storageRegionName":"EU",
                   "quotaBytes":null,"effectiveQuotaBytes":1000,"sendActivationEmail":false}}"""));
    }

    @Test
    void showsAnOrderByIdsAndNames() {
        assertThat(MappingJson.order(order(new AllUsers(), new AllUsers()).mappings()))
                .isEqualTo(json("""
                {"order":[{"id":"00000000-0000-0002-0000-000000000000","name":"m0"},
                          {"id":"00000000-0000-0002-0000-000000000001","name":"m1"}]}"""));
    }

    @Test
    void showsEachComparisonAtItsPlace() {
        var order = order(attribute("title", "ceo"), new AllUsers());

        JsonObject shown = ExplanationJson.of(Classifier.explain(order, user("{'userName':'a','title':'CEO'}")));

        assertThat(shown.getJsonObject("mapping"))
                .isEqualTo(MappingJson.of(order.mappings().get(1)));
        assertThat(shown.getString("lookedFor")).isEqualTo("title is \"CEO\"");
        assertThat(shown.getJsonArray("comparisons")).isEqualTo(json("""
                {"all":[{"mapping":{"id":"00000000-0000-0002-0000-000000000000","name":"m0"},"met":false,
                   "attribute":"title","path":"title","found":["CEO"],"wanted":["ceo"],
                   "nearMiss":"The value differs in upper and lower case.","place":1},
                  {"mapping":{"id":"00000000-0000-0002-0000-000000000001","name":"m1"},"met":true,"place":2}]}""").getJsonArray("all"));
    }

    @Test
    void saysThatNoMappingWasMet() {
        var explanation = Classifier.explain(order(), user("{'userName':'a'}"));

        assertThat(ExplanationJson.of(explanation)).isEqualTo(json("""
                {"mapping":null,"lookedFor":"there is no mapping","comparisons":[]}"""));
    }

    @Test
    void saysOfAMappingForAllUsersThatNothingWasLookedFor() {
        var explanation = Classifier.explain(order(new AllUsers()), user("{'userName':'a'}"));

        assertThat(ExplanationJson.of(explanation).getString("lookedFor")).isEmpty();
    }

    @Test
    void showsAWarningWithItsMappingIfItHasOne() {
        var ofOne = new OrderWarning(
                OrderWarning.UNREACHABLE,
                Optional.of(order(new AllUsers()).mappings().get(0).id()),
                "why");
        var ofAll = new OrderWarning(OrderWarning.NO_DEFAULT, Optional.empty(), "why");

        assertThat(ExplanationJson.of(ofOne)).isEqualTo(json("""
                {"code":"unreachable","text":"why","mappingId":"00000000-0000-0002-0000-000000000000"}"""));
        assertThat(ExplanationJson.of(ofAll)).isEqualTo(json("""
                {"code":"no-all-users-mapping","text":"why"}"""));
    }

    private static JsonObject json(String text) {
        return JsonText.trusted(text);
    }
}
