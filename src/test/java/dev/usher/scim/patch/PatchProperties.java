package dev.usher.scim.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Seed;
import dev.usher.scim.Samples;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.filter.RandomFilters;
import dev.usher.scim.resource.ResourceReader;
import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.ResourceType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PatchProperties {
    private static final int CASES = 10_000;
    private static final List<String> PATHS = List.of(
            "title",
            "active",
            "name",
            "name.familyName",
            "emails",
            "emails.type",
            "emails[type eq \\\"work\\\"]",
            "emails[type eq \\\"work\\\"].value",
            "emails[primary eq true].value",
            "emails[value eq \\\"a0\\\"].primary",
            "department",
            "manager",
            "floor",
            "tags",
            "tags[value eq \\\"a\\\"]",
            "desks",
            "desks[height gt 0].type",
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
            "urn:x:y:2.0:User:z");
    private static final List<String> VALUES = List.of(
            "'a'",
            "''",
            "null",
            "true",
            "'False'",
            "3",
            "{'value':'a0'}",
            "[{'value':'a0','type':'work'}]",
            "{'value':'b','primary':true}",
            "['a','b']",
            "{'familyName':'F'}",
            "{'department':'D'}",
            "[]",
            "{}");

    private static String operation(Random random, List<String> kinds) {
        String path = PATHS.get(random.nextInt(PATHS.size()));
        return "{'op':'%s','path':'%s','value':%s}"
                .formatted(kinds.get(random.nextInt(kinds.size())), path, VALUES.get(random.nextInt(VALUES.size())));
    }

    @Test
    void doingItAgainChangesNothing() {
        long seed = Seed.given();
        Random random = new Random(seed);
        RandomFilters users = new RandomFilters(seed);
        int applied = 0;
        for (int each = 0; each < CASES; each++) {
            String operation = operation(random, List.of("add", "replace", "remove"));
            ScimResource before = canonical(users.user());
            PatchPlan plan;
            Patched once;
            try {
                plan = Patches.plan(ResourceType.USER, operation);
                once = plan.apply(before);
            } catch (ScimException refused) {
                assertThat(refused.status()).as("seed %d: %s", seed, operation).isEqualTo(400);
                continue;
            }
            applied++;
            Patched twice;
            try {
                twice = plan.apply(once.resource());
            } catch (ScimException gone) {
                // What the first took away, a filter that is no stamp cannot find again.
                assertThat(gone.scimType())
                        .as("seed %d: %s on %s", seed, operation, before)
                        .contains(dev.usher.scim.error.ScimType.NO_TARGET);
                continue;
            }
            assertThat(twice.changed())
                    .as("seed %d: %s on %s", seed, operation, before)
                    .isFalse();
        }
        assertThat(applied).as("seed %d", seed).isGreaterThan(CASES / 4);
    }

    @Test
    void resultsAreCanonicalAndSayTruthfullyWhetherTheyChanged() {
        long seed = Seed.given();
        Random random = new Random(seed);
        RandomFilters users = new RandomFilters(seed);
        for (int each = 0; each < CASES; each++) {
            String[] operations = {
                operation(random, List.of("add", "replace", "remove")), operation(random, List.of("add", "replace"))
            };
            ScimResource before = canonical(users.user());
            try {
                Patched patched = Patches.patch(before, operations);

                assertThat(patched.changed())
                        .as("seed %d: %s, %s on %s", seed, operations[0], operations[1], before)
                        .isEqualTo(!patched.resource().equals(before));
                assertThat(canonical(patched.resource()))
                        .as("seed %d: %s, %s on %s", seed, operations[0], operations[1], before)
                        .isEqualTo(patched.resource());
            } catch (ScimException refused) {
                assertThat(refused.status()).as("seed %d", seed).isEqualTo(400);
            }
        }
    }

    @Test
    void theFoldedDeltaIsWhatTheStepsDo() {
        long seed = Seed.given();
        Random random = new Random(seed);
        for (int each = 0; each < CASES; each++) {
            Set<String> start = ids(random);
            Set<String> stepped = new LinkedHashSet<>(start);
            List<MemberEdit> steps = java.util.stream.Stream.generate(() -> step(random))
                    .limit(random.nextInt(6))
                    .toList();
            steps.forEach(step -> take(stepped, step));

            MemberEdits.Delta delta = new MemberEdits(steps).fold().orElseThrow();
            Set<String> folded = new LinkedHashSet<>(delta.cleared() ? Set.of() : start);
            folded.removeAll(delta.removed());
            folded.addAll(delta.added());

            assertThat(folded).as("seed %d: %s from %s", seed, steps, start).isEqualTo(stepped);
            assertThat(java.util.Collections.disjoint(delta.added(), delta.removed()))
                    .as("seed %d: %s", seed, steps)
                    .isTrue();
        }
    }

    private static ScimResource canonical(ScimResource resource) {
        return new ResourceReader(Samples.WITH_CUSTOM)
                .read(ResourceType.USER, resource.document())
                .resource();
    }

    private static MemberEdit step(Random random) {
        List<String> ids = List.copyOf(ids(random));
        return switch (random.nextInt(4)) {
            case 0 -> new MemberEdit.Add(ids);
            case 1 -> new MemberEdit.Remove(ids);
            case 2 -> new MemberEdit.Replace(ids);
            default -> random.nextInt(3) == 0 ? new MemberEdit.Clear() : new MemberEdit.Add(ids);
        };
    }

    private static void take(Set<String> members, MemberEdit step) {
        if (step instanceof MemberEdit.Add add) {
            members.addAll(add.ids());
        } else if (step instanceof MemberEdit.Remove remove) {
            remove.ids().forEach(members::remove);
        } else {
            members.clear();
            if (step instanceof MemberEdit.Replace replace) {
                members.addAll(replace.ids());
            }
        }
    }

    private static Set<String> ids(Random random) {
        Set<String> ids = new LinkedHashSet<>();
        for (int each = 0; each < random.nextInt(4); each++) {
            ids.add("m" + random.nextInt(6));
        }
        return ids;
    }
}
