package dev.usher.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    @TempDir
    private Path folder;

    /** Another node that starts looks whether a folder is left behind, and has its lock for that moment. */
    @Test
    void waitsForWhoeverOnlyLooks() throws Exception {
        FolderLock other = FolderLock.take(folder).orElseThrow();
        assertThat(FolderLock.take(folder)).isEmpty();
        var looked = CompletableFuture.runAsync(
                () -> {
                    try {
                        other.close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS));

        FolderLock mine = FolderLock.await(folder).orElseThrow();

        looked.get();
        mine.close();
    }

    @Test
    void givesUpWhereSomebodyWorks() throws IOException {
        FolderLock other = FolderLock.take(folder).orElseThrow();

        assertThat(FolderLock.await(folder)).isEmpty();

        other.close();
    }
}
