package dev.usher.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.platform.store.EntityUnit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What shards by tenant mean: the tables of {@code docs/operate/scale.md}. */
class TenantShardsTest {
    private static final Path PAGE = Path.of("docs/operate/scale.md");
    private static final int TENANTS = 10_000;
    private static final int LARGEST = 1_000_000;
    private static final double SMALLEST = 100;
    private static final double SHAPE = 1.1;

    @Test
    void thePageSaysWhatTheSimulationFinds() throws Exception {
        long[] sizes = tenants();
        var rows = new ArrayList<String>();
        rows.add(
                "| shards | fullest against the mean, by hash alone | with the largest tenants on shards of their own |");
        rows.add("|---:|---:|---:|");
        for (int shards : new int[] {4, 8, 16, 32, 64}) {
            rows.add(String.format(
                    Locale.ROOT,
                    "| %d | %.2f | %.2f |",
                    shards,
                    fullest(sizes, shards, 0),
                    fullest(sizes, shards, 10)));
        }
        String table = String.join("\n", rows);

        if (Boolean.getBoolean("page.write")) {
            String page = Files.readString(PAGE)
                    .replaceFirst("SIMULATION", table)
                    .replaceFirst("(?s)\\| shards \\|.*?\\n\\n", table + "\n\n")
                    .replaceFirst("[0-9.]+ million users", million(sizes) + " million users");
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE)).contains(table).contains(million(sizes) + " million users");
    }

    @Test
    void thePageNamesEveryUniqueKeyWithoutTheTenant() throws Exception {
        String table = String.join("\n", keysWithoutTheTenant());

        if (Boolean.getBoolean("page.write")) {
            Files.writeString(PAGE, Files.readString(PAGE).replaceFirst("(?s)\\| table \\|.*?\\n\\n", table + "\n\n"));
        }

        assertThat(Files.readString(PAGE))
                .as("mvn test -Dtest=TenantShardsTest -Dpage.write=true writes it anew")
                .contains("\n\n" + table + "\n\n");
    }

    private static List<String> keysWithoutTheTenant() {
        var keys = new TreeMap<String, List<String>>();
        var rows = new ArrayList<>(List.of("| table | its keys begin with | `tenant_no` |", "|---|---|---|"));
        try (var unit = new EntityUnit()) {
            unit
                    .database()
                    .query(
                            "SELECT LOWER(i.table_name), LOWER(i.column_name), (SELECT COUNT(*) FROM information_schema.columns c"
                                    + " WHERE c.table_name = i.table_name AND LOWER(c.column_name) = 'tenant_no')"
                                    + " FROM information_schema.index_columns i WHERE i.is_unique AND i.ordinal_position = 1"
                                    + " AND LOWER(i.table_name) <> 'flyway_schema_history'"
                                    + " ORDER BY i.table_name, i.column_name",
                            row -> new String[] {row.text(1), row.text(2), row.number(3) > 0 ? "yes" : "no"})
                    .stream()
                    .filter(key -> !key[1].equals("tenant_no"))
                    .forEach(key -> keys.computeIfAbsent(key[0] + "|" + key[2], any -> new ArrayList<>())
                            .add("`" + key[1] + "`"));
        }
        keys.forEach((table, columns) -> {
            String[] parts = table.split("\\|", -1);
            rows.add("| `" + parts[0] + "` | " + String.join(", ", columns) + " | " + parts[1] + " |");
        });
        return rows;
    }

    private static String million(long[] sizes) {
        return String.format(Locale.ROOT, "%.1f", Arrays.stream(sizes).sum() / 1e6);
    }

    /** Pareto: most firms are small, a few are very large. */
    private static long[] tenants() {
        var random = new Random(1);
        return random.doubles(TENANTS)
                .mapToLong(chance -> (long) Math.min(LARGEST, SMALLEST / Math.pow(1 - chance, 1 / SHAPE)))
                .toArray();
    }

    /** The fullest hashed shard against their mean; so many of the largest tenants are elsewhere. */
    private static double fullest(long[] sizes, int shards, int apart) {
        List<Integer> bySize = new ArrayList<>();
        for (int tenant = 0; tenant < sizes.length; tenant++) {
            bySize.add(tenant);
        }
        bySize.sort((one, other) -> Long.compare(sizes[other], sizes[one]));
        long[] users = new long[shards];
        for (int tenant : bySize.subList(apart, bySize.size())) {
            users[(int) Long.remainderUnsigned(mixed(tenant), shards)] += sizes[tenant];
        }
        return Arrays.stream(users).max().orElseThrow()
                / Arrays.stream(users).average().orElseThrow();
    }

    /** As a hash vindex spreads numbers that follow each other (SplitMix64). */
    private static long mixed(long number) {
        long mixed = (number + 1) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
