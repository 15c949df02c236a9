package com.interspace.local.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Everything that survives a restart, claimed by one launcher at a time. */
final class DataDirectory implements AutoCloseable {

    /** What lives here; nothing else is ever deleted, whatever directory was named. */
    private static final List<String> CONTENT =
            List.of("postgresql", "kafka", "logs", "story", "signing-key.json", "children.txt");

    private final Path directory;
    private final FileChannel channel;
    private final FileLock lock;

    private DataDirectory(Path directory, FileChannel channel, FileLock lock) {
        this.directory = directory;
        this.channel = channel;
        this.lock = lock;
    }

    /** Claims the directory; the claim ends with this process, however it ends. */
    static DataDirectory claim(Path directory) {
        try {
            Files.createDirectories(directory);
            Path file = directory.resolve("launcher.lock");
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new PlainSentence("Another launcher (pid "
                        + Files.readString(file).trim() + ") runs on " + directory
                        + ". Stop it first, or name other data with INTERSPACE_DATA_DIR and move the ports with"
                        + " INTERSPACE_PORT_OFFSET.");
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
            return new DataDirectory(directory, channel, lock);
        } catch (IOException e) {
            throw new PlainSentence("The data directory " + directory + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    Path postgresql() {
        return directory.resolve("postgresql");
    }

    Path kafka() {
        return directory.resolve("kafka");
    }

    Path logs() {
        try {
            return Files.createDirectories(directory.resolve("logs"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path signingKey() {
        return directory.resolve("signing-key.json");
    }

    Path children() {
        return directory.resolve("children.txt");
    }

    /** Forgets everything that earlier runs left here. */
    void dropAll() {
        for (String name : CONTENT) {
            Path path = directory.resolve(name);
            if (Files.exists(path)) {
                delete(path);
            }
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path path) {
        try (Stream<Path> paths = Files.walk(path)) {
            for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new PlainSentence("The old data in " + path + " cannot be deleted: " + e.getMessage(), e);
        }
    }
}
