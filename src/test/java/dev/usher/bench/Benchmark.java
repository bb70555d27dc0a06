package dev.usher.bench;

import dev.usher.it.Answer;
import dev.usher.it.Http;
import dev.usher.it.Population;
import dev.usher.it.TestTenant;
import dev.usher.it.UsherServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * Prints what DESIGN §6 demands: medians in a tenant of 200,000 users to those in one of 1,000, a POST at 500 mappings to one at
 * a single mapping, requests a second to those of a bare resource, the seconds of a start, and a group of all users streamed.
 * {@code -Dbench.users=…} makes the large tenant another size; {@code -Pbench,mysql} and {@code -Pbench,mariadb} measure over
 * these.
 */
public final class Benchmark {
    private static final int SMALL = 1_000;
    private static final int LARGE = Integer.getInteger("bench.users", 200_000);
    private static final int MANY_MEMBERS = LARGE / 4;
    private static final int FEW_MEMBERS = 10;
    private static final int WARM_UP = 400;
    private static final int ROUNDS = 10;
    private static final int PER_ROUND = 50;
    private static final int PAGE = 100;
    private static final int MAPPINGS = 500;
    private static final double START_SECONDS = 15;

    private final Random random = new Random(20_231_123);

    private record Filled(TestTenant tenant, List<UUID> users, UUID few, UUID many) {}

    private Benchmark() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of("target", "bench").toAbsolutePath();
        clear(folder);
        new Benchmark().run(folder);
    }

    private void run(Path folder) throws SQLException {
        System.out.printf("filling one tenant with %,d users and one with %,d%n", SMALL, LARGE);
        long begun = System.nanoTime();
        try (var server = UsherServer.startIn(folder.resolve("data"), Map.of())) {
            double first = secondsSince(begun);
            Http http = Http.at(server.base());
            var small = TestTenant.create(http);
            var large = TestTenant.create(http);
            UUID smallOne = template(small);
            UUID largeOne = template(large);
            UUID few = UUID.fromString(large.createGroup("few"));
            UUID many = UUID.fromString(large.createGroup("many"));
            UUID all = UUID.fromString(large.createGroup("all"));
            server.stop();
            long start = System.nanoTime();
            Filled filledSmall = fill(server, small, smallOne, SMALL, Map.of());
            Filled filledLarge = fill(server, large, largeOne, LARGE, Map.of(few, FEW_MEMBERS, many, MANY_MEMBERS));
            System.out.printf("filled in %.0f s%n", secondsSince(start));
            begun = System.nanoTime();
            server.startAgain();
            starts(first, secondsSince(begun));
            bySize(filledSmall, new Filled(large, filledLarge.users, few, many));
            walks(small, large);
            byMappings(http);
            try (var bare = BareServer.start(folder.resolve("bare"))) {
                new Throughput(filledSmall.tenant, filledSmall.users, bare.http()).print();
            }
            server.stop(); // the group of all comes last, since it is in what a GET of each of its members reads
            server.inDatabase(
                    connection -> Population.of(connection, large.name()).members(all, filledLarge.users));
            server.startAgain();
            GroupStream.print(large.scim(), all.toString(), LARGE, server.pid());
        }
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }

    private static void starts(double first, double later) {
        Table.title("start-up until ready, s");
        Table.atMost("first, with every migration", first, START_SECONDS);
        Table.atMost("again, with all users", later, START_SECONDS);
    }

    private static UUID template(TestTenant tenant) {
        return UUID.fromString(
                tenant.scim().post("/Users", Population.template()).expect(201).text("/id"));
    }

    private static Filled fill(
            UsherServer server, TestTenant tenant, UUID template, int count, Map<UUID, Integer> groups)
            throws SQLException {
        var users = new ArrayList<UUID>();
        server.inDatabase(connection -> {
            var population = Population.of(connection, tenant.name());
            users.addAll(population.users(template, count));
            for (var group : groups.entrySet()) {
                population.members(group.getKey(), users.subList(0, group.getValue()));
            }
        });
        return new Filled(tenant, List.copyOf(users), template, template);
    }

    private void bySize(Filled small, Filled large) {
        Table.title("median of one request, ms", "at " + SMALL, "at " + LARGE);
        compare("GET by id", small, large, f -> i -> f.tenant.scim().get("/Users/" + any(f)), 1.5);
        compare(
                "GET by id without groups",
                small,
                large,
                f -> i -> f.tenant.scim().get("/Users/" + any(f) + "?excludedAttributes=groups"),
                1.5);
        compare("userName eq", small, large, f -> i -> find(f, "userName eq \"%s@firm.example\""), 1.5);
        compare("externalId eq", small, large, f -> i -> find(f, "externalId eq \"ext-%s\""), 1.5);
        compare("emails.value eq", small, large, f -> i -> find(f, "emails.value eq \"%s@home.example\""), 1.5);
        compare(
                "emails[type eq \"work\" and value eq \"x\"]",
                small,
                large,
                f -> i -> find(f, "emails[type eq \"work\" and value eq \"%s@work.example\"]"),
                1.5);
        compare(
                "userName eq or emails.value eq",
                small,
                large,
                f -> i -> find(f, "userName eq \"%1$s@firm.example\" or emails.value eq \"%1$s@work.example\""),
                1.5);
        compare(
                "PATCH of one attribute",
                small,
                large,
                f -> i -> f.tenant
                        .scim()
                        .patch("/Users/" + any(f), TestTenant.patch("replace", "title", "Clerk " + random.nextInt())),
                1.5);
        Table.title("one member in and out, ms", "of " + FEW_MEMBERS, "of " + MANY_MEMBERS);
        var few = new Filled(large.tenant, large.users, large.few, large.few);
        var many = new Filled(large.tenant, large.users, large.many, large.many);
        compare("PATCH add and remove of one member", few, many, f -> i -> member(f, i), 1.5);
    }

    private String any(Filled filled) {
        return filled.users.get(random.nextInt(filled.users.size())).toString();
    }

    private Answer find(Filled filled, String filter) {
        String marker = Population.marker(1 + random.nextInt(filled.users.size()));
        Answer answer = filled.tenant.find(filter.formatted(marker));
        if (!answer.text("/totalResults").equals("1")) {
            throw new AssertionError(answer);
        }
        return answer;
    }

    /** Users from the list's end, who are in no group: added by one call, taken out by the next. */
    private static Answer member(Filled filled, int number) {
        UUID user = filled.users.get(filled.users.size() - 1 - number / 2);
        String op = number % 2 == 0
                ? "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"" + user + "\"}]}"
                : "{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + user + "\\\"]\"}";
        String body = "{\"schemas\":[\"" + TestTenant.PATCH_OP + "\"],\"Operations\":[" + op + "]}";
        return filled.tenant.scim().patch("/Groups/" + filled.few, body);
    }

    private interface Call {
        IntFunction<Answer> on(Filled filled);
    }

    private static void compare(String name, Filled small, Filled large, Call call, double target) {
        compare(name, call.on(small), call.on(large), target);
    }

    private static void compare(String name, IntFunction<Answer> first, IntFunction<Answer> second, double target) {
        time(first, 0, WARM_UP);
        time(second, 0, WARM_UP);
        var firstNanos = new long[ROUNDS * PER_ROUND];
        var secondNanos = new long[ROUNDS * PER_ROUND];
        for (int round = 0; round < ROUNDS; round++) {
            System.arraycopy(
                    time(first, WARM_UP + round * PER_ROUND, PER_ROUND), 0, firstNanos, round * PER_ROUND, PER_ROUND);
            System.arraycopy(
                    time(second, WARM_UP + round * PER_ROUND, PER_ROUND), 0, secondNanos, round * PER_ROUND, PER_ROUND);
        }
        Table.atMost(name, Table.median(firstNanos), Table.median(secondNanos), target);
    }

    private static long[] time(IntFunction<Answer> call, int from, int count) {
        var nanos = new long[count];
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            Answer answer = call.apply(from + i);
            nanos[i] = System.nanoTime() - start;
            if (answer.status() >= 300) {
                throw new AssertionError(answer);
            }
        }
        return nanos;
    }

    private static void byMappings(Http http) {
        Table.title("median of one request, ms", "1 mapping", MAPPINGS + " mappings");
        compare("POST /Users, the last mapping matches", post(http, 1), post(http, MAPPINGS), 1.05);
    }

    /** Creates users in a new tenant, which only the last of its mappings takes. */
    private static IntFunction<Answer> post(Http http, int mappings) {
        var tenant = TestTenant.withoutMapping(http);
        for (int i = 1; i < mappings; i++) {
            tenant.createMapping("Elsewhere " + i, "department", "Elsewhere " + i, tenant.profileId());
        }
        tenant.createMapping("Last", "department", "Harbour", tenant.profileId());
        return i -> tenant.scim()
                .post("/Users", Population.template().replace(Population.MARKER, Population.marker(i + 1)));
    }

    private static void walks(TestTenant small, TestTenant large) {
        Table.title("median of a page of " + PAGE + " in a walk, ms", "early", "late");
        for (boolean cursor : new boolean[] {true, false}) {
            String by = cursor ? " by cursor" : " by startIndex";
            var early = new ArrayList<Long>();
            for (int i = 0; i < 20; i++) {
                early.addAll(walk(small, cursor));
            }
            List<Long> pages = walk(large, cursor);
            List<Long> first = pages.subList(0, Math.min(100, pages.size()));
            List<Long> last = pages.subList(Math.max(0, pages.size() - 101), pages.size() - 1);
            Table.atMost("last pages to the first, of " + LARGE + by, median(first), median(last), 2);
            Table.atMost("last pages of " + LARGE + " to pages of " + SMALL + by, median(early), median(last), 2);
        }
    }

    /** The nanoseconds of each page. */
    private static List<Long> walk(TestTenant tenant, boolean cursor) {
        var nanos = new ArrayList<Long>();
        String next = cursor ? "&cursor=" : "&startIndex=1";
        for (int page = 1; !next.isEmpty(); page++) {
            long start = System.nanoTime();
            Answer answer = tenant.scim().get("/Users?count=" + PAGE + next).expect(200);
            nanos.add(System.nanoTime() - start);
            int rows = answer.json().getInt("itemsPerPage", 0);
            if (cursor) {
                String following = answer.json().getString("nextCursor", "");
                next = following.isEmpty() ? "" : "&cursor=" + following;
            } else {
                next = rows < PAGE ? "" : "&startIndex=" + (page * PAGE + 1);
            }
        }
        return nanos;
    }

    private static double median(List<Long> nanos) {
        return Table.median(nanos.stream().mapToLong(Long::longValue).toArray());
    }

    private static void clear(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
