package dev.usher.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Saves the embedded database while it serves, with the key file, into a folder of its own below the data folder. */
public final class OnlineBackup {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** Held while a backup is written: the file's parts must not be moved meanwhile. */
    private static final Lock RUNNING = new ReentrantLock();

    private final Database database;
    private final Settings settings;
    private final Clock clock;

    /** Writes nothing yet. */
    public OnlineBackup(Database database, Settings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Writes a backup of this moment; its folder. <b>Errors:</b> {@link Problem} 409 with a database that is not
     * embedded, for that one has tools of its own. <b>Transaction:</b> call it outside any.
     */
    public Path write() {
        if (!database.dialect().embedded()) {
            throw Problem.conflict(
                    "backup-elsewhere", "Only the embedded database is saved here; use the database's own tools.");
        }
        Path folder = settings.dataDir().resolve("backups").resolve(NAME.format(clock.instant()));
        try {
            Files.createDirectories(folder);
            ownerOnly(folder);
            RUNNING.lock();
            try {
                database.update("BACKUP TO ?", folder.resolve("usher.zip").toString());
            } finally {
                RUNNING.unlock();
            }
            Path key = settings.dataDir().resolve(SecretBox.KEY_FILE);
            if (Files.exists(key)) {
                Files.copy(key, folder.resolve(SecretBox.KEY_FILE));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("the backup cannot be written to " + folder, e);
        }
    }

    /** Does it, and backups wait for it; does nothing while a backup or another of these runs in this process. */
    public static void unlessRunning(Runnable work) {
        if (RUNNING.tryLock()) {
            try {
                work.run();
            } finally {
                RUNNING.unlock();
            }
        }
    }

    /** It holds people's data and a key; where the file system knows no owners, it stays as it is. */
    private static void ownerOnly(Path folder) throws IOException {
        var posix = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (posix != null) {
            posix.setPermissions(PosixFilePermissions.fromString("rwx------"));
        }
    }
}
