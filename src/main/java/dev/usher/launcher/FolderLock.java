package dev.usher.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** The right to work in a folder alone. The system takes it back when the process ends, however that comes. */
final class FolderLock {
    private static final String FILE = "lock";
    private static final int PATIENCE = 10;
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** A channel that nobody refers to any more is closed, and its lock is gone. */
    private static final Set<FolderLock> HELD = ConcurrentHashMap.newKeySet();

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
        HELD.add(this);
    }

    /** The same for whoever must have it, which others take for a moment to look: they are waited for. */
    static Optional<FolderLock> await(Path folder) throws IOException {
        Optional<FolderLock> lock = take(folder);
        for (int tries = 0; lock.isEmpty() && tries < PATIENCE; tries++) {
            LockSupport.parkNanos(PAUSE.toNanos());
            lock = take(folder);
        }
        return lock;
    }

    /** Empty where another process has it. */
    static Optional<FolderLock> take(Path folder) throws IOException {
        var channel = FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return Optional.of(new FolderLock(channel));
            }
        } catch (OverlappingFileLockException e) {
            // This process has it: that is taken, too.
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    /** What is to be done in a folder. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    /** Does it under the lock; nothing where another process has that. */
    static void whereFree(Path folder, Work work) throws IOException {
        Optional<FolderLock> lock = take(folder);
        if (lock.isPresent()) {
            try {
                work.run();
            } finally {
                lock.get().close();
            }
        }
    }

    /** Whether somebody took it once; a folder of an earlier release has none. */
    static boolean known(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /** Gives it back. */
    void close() throws IOException {
        HELD.remove(this);
        channel.close();
    }
}
