package dev.usher.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** IP addresses and ranges in CIDR form. Names are none: nothing is looked up. Immutable. */
public final class AddressRanges {
    private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f:.]{2,45}");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,3}");

    private final List<Range> ranges;

    private AddressRanges(List<Range> ranges) {
        this.ranges = List.copyOf(ranges);
    }

    /** Reads a list with commas; {@link IllegalArgumentException} for anything else. */
    static AddressRanges parse(String text) {
        return new AddressRanges(Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(AddressRanges::range)
                .toList());
    }

    static boolean valid(String text) {
        try {
            parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false; // the message that follows says it better
        }
    }

    /** Whether the address, as a socket writes it, is in one of them. */
    public boolean contain(String address) {
        if (ranges.isEmpty()) {
            return false;
        }
        int zone = address.indexOf('%');
        byte[] bytes = bytes(zone < 0 ? address : address.substring(0, zone));
        return ranges.stream().anyMatch(range -> range.holds(bytes));
    }

    private static Range range(String text) {
        int slash = text.indexOf('/');
        byte[] start = bytes(slash < 0 ? text : text.substring(0, slash));
        if (slash < 0) {
            return new Range(start, start.length * Byte.SIZE);
        }
        String length = text.substring(slash + 1);
        if (!LENGTH.matcher(length).matches() || Integer.parseInt(length) > start.length * Byte.SIZE) {
            throw new IllegalArgumentException("no range: " + text);
        }
        return new Range(start, Integer.parseInt(length));
    }

    private static byte[] bytes(String literal) {
        if (!LITERAL.matcher(literal).matches() || (literal.indexOf(':') < 0 && literal.split("\\.").length != 4)) {
            throw new IllegalArgumentException("no IP address: " + literal);
        }
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no IP address: " + literal, e);
        }
    }

    private static final class Range {
        private final byte[] start;
        private final int bits;

        Range(byte[] start, int bits) {
            this.start = start;
            this.bits = bits;
        }

        boolean holds(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            for (int i = 0; i < bits; i++) {
                int mask = 0x80 >> (i % Byte.SIZE);
                if (((address[i / Byte.SIZE] ^ start[i / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
