package dev.usher.it;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** On which addresses a process of Linux listens, read from {@code /proc}. */
final class Listeners {
    private static final String LISTENING = "0A";
    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private Listeners() {}

    static List<InetAddress> of(long pid) throws IOException {
        Set<String> own = sockets(pid);
        var found = new ArrayList<InetAddress>();
        for (String table : List.of("tcp", "tcp6")) {
            for (String line : Files.readAllLines(Path.of("/proc/net", table))) {
                String[] fields = line.trim().split("\\s+");
                if (fields[STATE].equals(LISTENING) && own.contains("socket:[" + fields[INODE] + "]")) {
                    found.add(address(fields[ADDRESS].substring(0, fields[ADDRESS].indexOf(':'))));
                }
            }
        }
        return found;
    }

    private static Set<String> sockets(long pid) throws IOException {
        var found = new HashSet<String>();
        try (var files = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "fd"))) {
            for (Path file : files) {
                try {
                    found.add(Files.readSymbolicLink(file).toString());
                } catch (NoSuchFileException e) {
                    continue; // closed since the folder was read; what listens stays open
                }
            }
        }
        return found;
    }

    /** Words of four bytes, each in this machine's own order. */
    private static InetAddress address(String hex) throws IOException {
        var words = ByteBuffer.wrap(HexFormat.of().parseHex(hex)).order(ByteOrder.nativeOrder());
        var bytes = ByteBuffer.allocate(words.capacity());
        while (words.hasRemaining()) {
            bytes.putInt(words.getInt());
        }
        return InetAddress.getByAddress(bytes.array());
    }
}
