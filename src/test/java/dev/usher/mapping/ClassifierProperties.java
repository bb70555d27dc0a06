package dev.usher.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Seed;
import dev.usher.assignment.MappingId;
import dev.usher.scim.resource.ScimResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The prepared order gives what trying each mapping in turn gives. */
class ClassifierProperties {
    private static final List<String> ATTRIBUTES = List.of(
            "department", "title", "emails.value", "emails[type eq \"work\"].value", "active", "urn:acme:Badge:color");
    private static final List<String> VALUES = List.of("a", "b", "c", "A", "true", "d");

    @Test
    void fastPathIsTheFirstMatchOverTheOrder() {
        long seed = Seed.given();
        var random = new Random(seed);

        for (int round = 0; round < 1_000; round++) {
            MappingOrder order = order(random);
            ScimResource user = user(random);

            Optional<MappingId> fast = Classifier.classify(order, user)
                    .map(found -> found.mapping().id());
            Optional<MappingId> naive = Classifier.explain(order, user)
                    .result()
                    .map(found -> found.mapping().id());

            assertThat(fast).as("seed %d, round %d", seed, round).isEqualTo(naive);
        }
    }

    @Test
    void sameOrderAndUserGiveTheSameMapping() {
        var random = new Random(1);
        MappingOrder order = order(random);
        ScimResource user = user(random);

        assertThat(Classifier.classify(order, user)).isEqualTo(Classifier.classify(order, user));
    }

    private static MappingOrder order(Random random) {
        var criteria = new ArrayList<Criteria>();
        int count = random.nextInt(12);
        for (int i = 0; i < count; i++) {
            criteria.add(
                    random.nextInt(12) == 0
                            ? new AllUsers()
                            : Orders.attribute(one(random, ATTRIBUTES), one(random, VALUES), one(random, VALUES)));
        }
        return Orders.order(criteria.toArray(Criteria[]::new));
    }

    private static ScimResource user(Random random) {
        var json = new StringBuilder("{'userName':'u'");
        maybe(random, json, ",'title':'%s'".formatted(one(random, VALUES)));
        maybe(random, json, ",'active':" + random.nextBoolean());
        maybe(
                random,
                json,
                ",'emails':[{'value':'%s','type':'work'},{'value':'%s','type':'home'}]"
                        .formatted(one(random, VALUES), one(random, VALUES)));
        maybe(
                random,
                json,
                ",'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User':{'department':'%s'}"
                        .formatted(one(random, VALUES)));
        maybe(random, json, ",'urn:acme:Badge':{'color':'%s'}".formatted(one(random, VALUES)));
        return Orders.user(json.append('}').toString());
    }

    private static void maybe(Random random, StringBuilder json, String member) {
        if (random.nextBoolean()) {
            json.append(member);
        }
    }

    private static String one(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
