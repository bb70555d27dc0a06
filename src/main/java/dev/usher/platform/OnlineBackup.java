package dev.usher.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Saves the embedded database while it serves, with the key file, into a folder of its own below the data folder. */
public final class OnlineBackup {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** Ends the name of one that is not whole. */
    private static final String PARTIAL = ".partial";

    private static final long MEBIBYTE = 1 << 20;

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
     * Writes a backup of this moment; its folder, which has that name only once everything is in it and on the disk.
     * <b>Errors:</b> {@link Problem} 409 with a database that is not embedded, for that one has tools of its own; 507 where
     * there is no room. <b>Transaction:</b> call it outside any.
     */
    public Path write() {
        if (!database.dialect().embedded()) {
            throw Problem.conflict(
                    "backup-elsewhere", "Only the embedded database is saved here; use the database's own tools.");
        }
        Path backups = settings.dataDir().resolve("backups");
        RUNNING.lock();
        try {
            DataFolder.make(backups);
            deletePartial(backups); // a crash left it: nobody else writes one now
            demandRoom(size(database), Files.getFileStore(backups).getUsableSpace());
            return save(backups, NAME.format(clock.instant()));
        } catch (IOException e) {
            throw new UncheckedIOException("the backup cannot be written to " + backups, e);
        } finally {
            RUNNING.unlock();
        }
    }

    private Path save(Path backups, String name) throws IOException {
        Path partial = backups.resolve(name + PARTIAL);
        try {
            DataFolder.make(partial);
            Path data = partial.resolve("usher.zip");
            database.update("BACKUP TO ?", data.toString());
            DataFolder.force(data);
            Path key = settings.dataDir().resolve(SecretBox.KEY_FILE);
            if (Files.exists(key)) {
                Path copy = partial.resolve(SecretBox.KEY_FILE);
                Files.copy(key, copy, StandardCopyOption.COPY_ATTRIBUTES);
                DataFolder.force(copy);
            }
            DataFolder.force(partial);
            Path folder = Files.move(partial, backups.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            DataFolder.force(backups);
            return folder;
        } finally {
            DataFolder.delete(partial);
        }
    }

    private static void deletePartial(Path backups) throws IOException {
        try (var left = Files.newDirectoryStream(backups, "*" + PARTIAL)) {
            for (Path partial : left) {
                DataFolder.delete(partial);
            }
        }
    }

    /** Of the database's file, in bytes. */
    static long size(Database database) {
        return database.count("SELECT CAST(setting_value AS BIGINT) FROM information_schema.settings"
                + " WHERE setting_name = 'info.FILE_SIZE'");
    }

    /** Half a backup is worth nothing, and would take the room that the server needs itself. */
    static void demandRoom(long neededBytes, long freeBytes) {
        if (freeBytes < neededBytes) {
            throw new Problem(
                    507,
                    "backup-no-room",
                    "Not enough room",
                    "The database takes " + neededBytes / MEBIBYTE + " MiB and the disk of the data folder has "
                            + freeBytes / MEBIBYTE
                            + " MiB left; delete old backups there, or make room, and try again.",
                    Map.of());
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
}
