package org.lamplight.ingest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.City;
import org.lamplight.fault.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files sent by browser: kept in a folder while they are imported one after the other, and forgotten after some hours. */
public final class Uploads implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
  private static final int BUFFER = 1 << 16;
  private static final int MOST = 50;
  private static final double MOST_REJECTED = 0.2;
  private static final Duration KEPT = Duration.ofHours(4);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Importer importer;
  private final Path folder;
  private final Cache<String, Upload> known;
  private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
    Thread thread = new Thread(task, "uploads");
    thread.setDaemon(true);
    return thread;
  });

  /**
   * What was sent before a restart is thrown away: its import was not done, or stands in the record of imports.
   *
   * @param folder where files wait; made when first needed
   */
  public Uploads(Importer importer, Path folder) {
    this.importer = importer;
    this.folder = folder;
    this.known = Caffeine.newBuilder()
        .maximumSize(MOST)
        .expireAfterWrite(KEPT)
        .removalListener((@Nullable String id, @Nullable Upload upload, RemovalCause cause) -> {
          if (upload != null) {
            discard(upload.folder);
          }
        })
        .build();
    discard(folder);
  }

  /**
   * Takes a file and imports it in its turn; TOO_LARGE beyond the limit.
   *
   * @param name as the sender calls it, without a folder
   * @param by the sender's account
   */
  Upload take(City city, String name, String by, InputStream body, long limit) {
    byte[] random = new byte[9];
    RANDOM.nextBytes(random);
    String id = HexFormat.of().formatHex(random);
    Path own = folder.resolve(id);
    Upload upload = new Upload(id, city, own, name, by);
    try {
      Files.createDirectories(own);
      copy(body, upload.file, limit);
    } catch (IOException | RuntimeException e) {
      discard(own);
      throw e instanceof RuntimeException known ? known : new UncheckedIOException((IOException) e);
    }
    known.put(id, upload);
    worker.execute(() -> run(upload));
    return upload;
  }

  private static void copy(InputStream body, Path file, long limit) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      long taken = 0;
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        taken += read;
        if (taken > limit) {
          throw new Fault(
              Fault.Kind.TOO_LARGE, "the file is larger than " + limit / 1_000_000 + " MB");
        }
        out.write(buffer, 0, read);
      }
      Fault.require(taken > 0, "the file is empty");
    }
  }

  private void run(Upload upload) {
    try {
      upload.ended(importer.run(
          new ImportRequest(
              upload.city,
              ImportKind.INCIDENTS,
              upload.file.toString(),
              null,
              upload.reportFile(),
              MOST_REJECTED,
              upload.by,
              false),
          upload));
    } catch (Fault e) {
      // The path on the server is nothing to the sender.
      upload.failed(String.valueOf(e.getMessage()).replace(upload.folder + "/", ""));
    } catch (RuntimeException e) {
      LOG.error("import of an uploaded file failed, upload {}", upload.id, e);
      upload.failed("the import failed; the log of the server says why, upload " + upload.id);
    } finally {
      deleteQuietly(upload.file);
    }
  }

  /** The upload of a city; empty where there is none of that number any more. */
  Optional<Upload> find(City city, String id) {
    return Optional.ofNullable(known.getIfPresent(id))
        .filter(upload -> upload.city.slug().equals(city.slug()));
  }

  Importer.Undone undo(City city, int run, String by) {
    return importer.undo(city, run, by);
  }

  private static void discard(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      deepestFirst.forEach(Uploads::deleteQuietly);
    } catch (IOException e) {
      LOG.warn("{} was not cleared: {}", folder, e.getMessage());
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("{} was not deleted: {}", file, e.getMessage());
    }
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
