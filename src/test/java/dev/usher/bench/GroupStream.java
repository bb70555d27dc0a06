package dev.usher.bench;

import dev.usher.it.Http;
import jakarta.json.Json;
import jakarta.json.stream.JsonParser.Event;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;

/** One GET of a group with all its members, read to its end as JSON and not kept. */
final class GroupStream {
    /** The heap that a group of any size must be streamed within. */
    private static final String HEAP = "-Xmx512m";

    private GroupStream() {}

    static void print(Http scim, String group, int members, long serverPid) {
        long start = System.nanoTime();
        long[] found = scim.get("/Groups/" + group, GroupStream::count);
        double seconds = (System.nanoTime() - start) / 1e9;
        boolean bound = ProcessHandle.of(serverPid)
                .flatMap(server -> server.info().arguments())
                .filter(arguments -> List.of(arguments).contains(HEAP))
                .isPresent();
        Table.title("a group of all " + members + " users, streamed");
        Table.fact("heap of the server", bound ? HEAP : "another", HEAP, bound);
        Table.fact("members that came", Long.toString(found[0]), Integer.toString(members), found[0] == members);
        System.out.printf(Locale.ROOT, "%d bytes in %.1f s%n", found[1], seconds);
    }

    /** Members, each of which has the document's only kind of {@code value}, and bytes. */
    private static long[] count(InputStream body) {
        var bytes = new Counted(body);
        long members = 0;
        try (var parser = Json.createParser(bytes)) {
            while (parser.hasNext()) {
                if (parser.next() == Event.KEY_NAME && parser.getString().equals("value")) {
                    members++;
                }
            }
        }
        return new long[] {members, bytes.count};
    }

    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int read = super.read(into, from, most);
            count += Math.max(0, read);
            return read;
        }
    }
}
