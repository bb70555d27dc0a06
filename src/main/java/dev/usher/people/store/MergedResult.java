package dev.usher.people.store;

import dev.usher.scim.schema.ResourceType;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Users and groups in one list, by index or by cursor: where it is sorted they stand in one order, else users come first.
 * Reads what it shows, and what a binary search for the beginning needs, in chunks; never a result as a whole. Threads:
 * one.
 */
public final class MergedResult {
    private static final int SMALLEST_CHUNK = 100;

    private final Side users;
    private final Side groups;
    private final boolean sorted;
    private final Comparator<Position> order;

    /** The results of these queries, of which one may be empty; {@code sorted} and {@code descending} as both are. */
    public MergedResult(
            SearchStore store, Optional<SearchQuery> users, Optional<SearchQuery> groups, boolean sorted, int count) {
        int chunk = Math.max(SMALLEST_CHUNK, count);
        this.users = new Side(store, users, chunk);
        this.groups = new Side(store, groups, chunk);
        this.sorted = sorted;
        this.order = Position.order(
                users.or(() -> groups).map(SearchQuery::descending).orElse(false));
    }

    /** One resource of the list. */
    public record Item(ResourceType type, UUID id) {}

    /** How many there are. */
    public long total() {
        return users.total() + groups.total();
    }

    /** At most this many from this place, counted from 1. */
    public List<Item> page(int startIndex, int count) {
        long before = Math.min(startIndex - 1L, total());
        long user = usersBefore(before);
        long group = before - user;
        var page = new ArrayList<Item>();
        while (page.size() < count) {
            Optional<Hit> nextUser = users.at(user);
            Optional<Hit> nextGroup = sorted || nextUser.isEmpty() ? groups.at(group) : Optional.empty();
            if (nextUser.isPresent() && (nextGroup.isEmpty() || userFirst(nextUser.get(), nextGroup.get()))) {
                page.add(new Item(ResourceType.USER, nextUser.get().id()));
                user++;
            } else if (nextGroup.isPresent()) {
                page.add(new Item(ResourceType.GROUP, nextGroup.get().id()));
                group++;
            } else {
                break;
            }
        }
        return page;
    }

    /** How many of those before a place are users: the fewest of whom the groups before it are all ahead of the next. */
    private long usersBefore(long before) {
        long low = Math.max(0, before - groups.total());
        long high = Math.min(before, users.total());
        if (!sorted) {
            return high;
        }
        while (low < high) {
            long middle = low + (high - low) / 2;
            Optional<Hit> next = users.at(middle);
            Optional<Hit> last = groups.at(before - middle - 1);
            boolean enough = next.isEmpty() || last.isEmpty() || !userFirst(next.get(), last.get());
            if (enough) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private boolean userFirst(Hit user, Hit group) {
        return !sorted || order.compare(users.place(user), groups.place(group)) < 0;
    }

    /** A page of a walk, and where it goes on. */
    public static final class Walked {
        private final List<Item> items;
        private final byte[] place;

        private Walked(List<Item> items, byte[] place) {
            this.items = List.copyOf(items);
            this.place = place;
        }

        /** What is shown, in its order. */
        public List<Item> items() {
            return items;
        }

        /** For a cursor; empty at the end. */
        public byte[] place() {
            return place.clone();
        }
    }

    /** At most this many behind a place that a walk gave; the empty one begins. */
    public Walked after(byte[] place, int count) {
        if (count == 0) {
            return new Walked(List.of(), new byte[0]);
        }
        ByteBuffer bytes = ByteBuffer.wrap(place);
        Progress user = Progress.read(bytes);
        Progress group = Progress.read(bytes);
        user.look(users);
        if (sorted || user.left() < count) {
            group.look(groups);
        }
        var items = new ArrayList<Item>();
        while (items.size() < count && (user.left() > 0 || group.left() > 0)) {
            boolean userNext = user.left() > 0 && (group.left() == 0 || userFirst(user.peek(), group.peek()));
            items.add(
                    userNext
                            ? new Item(ResourceType.USER, user.take().id())
                            : new Item(ResourceType.GROUP, group.take().id()));
        }
        return new Walked(items, Progress.bytes(user, group));
    }
}
