package dev.usher.platform;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Folders and files that hold people's data or a key: for their owner alone, and on the disk before anybody relies on
 * them. Where the file system knows no owners, rights stay as they are.
 */
public final class DataFolder {
    private static final int MOST_NAMES = 3;

    /** What Usher and H2 put into the data folder, and what a file system of its own has from the beginning. */
    private static final Pattern OWN = Pattern.compile(
            "usher\\.(mv|trace|lock|temp|newFile|tempFile).*|secret-key.*|backups|server-\\d+|lost\\+found");

    private static final Set<PosixFilePermission> OTHERS = EnumSet.complementOf(EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));

    private DataFolder() {}

    /** Makes it, for its owner alone, unless it is there. */
    public static void make(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(requireNonNull(folder.toAbsolutePath().getParent(), "a root is a folder already"));
        try {
            Files.createDirectory(folder, ownerOnly(folder, "rwx------"));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) { // else another thread made it a moment ago
                throw e;
            }
        }
    }

    /** Makes an empty file for its owner alone; fails where one is there. */
    static void makeFile(Path file) throws IOException {
        Files.createFile(file, ownerOnly(file, "rw-------"));
    }

    private static FileAttribute<?>[] ownerOnly(Path path, String rights) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    /**
     * Sees to it that nobody else may read the folder, made before. Where it holds what is not Usher's it may be somebody's
     * whom that would lock out: then it stays as it is, and some of those names come back.
     */
    public static List<String> close(Path folder) throws IOException {
        if (closed(folder)) {
            return List.of();
        }
        List<String> foreign;
        try (Stream<Path> files = Files.list(folder)) {
            foreign = files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !OWN.matcher(name).matches())
                    .limit(MOST_NAMES)
                    .sorted()
                    .toList();
        }
        if (foreign.isEmpty()) {
            takeFromOthers(folder);
        }
        return foreign;
    }

    private static boolean closed(Path path) throws IOException {
        var posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        return posix == null || posix.readAttributes().permissions().stream().noneMatch(OTHERS::contains);
    }

    /** Takes every right to the file or folder from everybody but its owner. */
    public static void takeFromOthers(Path path) throws IOException {
        if (closed(path)) {
            return;
        }
        Set<PosixFilePermission> rights = EnumSet.copyOf(Files.getPosixFilePermissions(path));
        rights.removeAll(OTHERS);
        Files.setPosixFilePermissions(path, rights);
    }

    /** Brings the file, or the folder's names, to the disk. */
    static void force(Path path) throws IOException {
        boolean folder = Files.isDirectory(path);
        if (folder && !path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return; // elsewhere a folder cannot be opened
        }
        try (var channel = FileChannel.open(path, folder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Deletes the folder, if it is there, with everything in it. */
    public static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
