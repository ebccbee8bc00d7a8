package org.lamplight.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.http.Role;

/** Guessing: how often, how many at a time, and what it costs. */
class BruteForceTest {

  private static final String PASSWORD = "a lamp at every corner";
  private final AtomicInteger hashes = new AtomicInteger();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final CountDownLatch held = new CountDownLatch(1);
  private volatile boolean hold;
  private final ExecutorService clients = Executors.newCachedThreadPool();
  private AccessServer server;

  @BeforeEach
  void start() {
    server = new AccessServer(new Passwords(this::counted));
    server.accounts.create(
        "ana", PASSWORD, new Grant("*", Set.of(Role.ANALYST), false), AccessServer.BY);
    hashes.set(0);
  }

  @AfterEach
  void stop() {
    clients.shutdownNow();
    server.close();
  }

  private byte[] counted(String password, byte[] salt) {
    hashes.incrementAndGet();
    most.accumulateAndGet(running.incrementAndGet(), Math::max);
    try {
      if (hold) {
        held.await();
      }
      return Argon2id.hash(password, salt);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      running.decrementAndGet();
    }
  }

  private Answer guess(String name, String password) {
    return server.ask("POST", "/session", Map.of("name", name, "password", password));
  }

  @Test
  void afterFiveFailuresEvenTheRightPasswordWaits() {
    for (int i = 0; i < 5; i++) {
      assertEquals(401, guess("ana", "wrong password " + i).status());
    }
    Answer locked = guess("ana", PASSWORD);
    assertEquals(429, locked.status());
    int wait = Integer.parseInt(locked.header("Retry-After"));
    assertTrue(wait > 800 && wait <= 900, "Retry-After " + wait);
    assertEquals(5, hashes.get(), "a locked attempt was judged");
    try (AccessServer restarted = new AccessServer(server)) {
      assertEquals(
          429,
          restarted
              .ask("POST", "/session", Map.of("name", "ana", "password", PASSWORD))
              .status(),
          "a restart forgot the failures");
    }
    server.sql("update sign_in_attempt set at = at - interval '15 minutes'");
    assertEquals(200, guess("ana", PASSWORD).status());
  }

  @Test
  void oneClientMayNotTryNameAfterName() {
    for (int i = 0; i < 5; i++) {
      assertEquals(401, guess("name" + i, "wrong password").status());
    }
    assertEquals(429, guess("ana", PASSWORD).status());
    server.sql("delete from sign_in_attempt where key like 'client %'");
    assertEquals(200, guess("ana", PASSWORD).status(), "the account itself was not locked");
  }

  @Test
  void successBeginsTheAccountsCountAnew() {
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 4; i++) {
        assertEquals(401, guess("ana", "wrong password " + i).status());
      }
      server.sql("delete from sign_in_attempt where key like 'client %'");
      assertEquals(200, guess("ana", PASSWORD).status());
    }
  }

  @Test
  void manyAtOnceAreJudgedNoMoreOftenThanFive() {
    List<CompletableFuture<Integer>> guesses = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String password = "wrong password " + i;
      guesses.add(CompletableFuture.supplyAsync(() -> guess("ana", password).status(), clients));
    }
    List<Integer> statuses = guesses.stream().map(CompletableFuture::join).toList();
    long judged = statuses.stream().filter(status -> status == 401).count();
    assertTrue(judged <= 5, "judged " + judged);
    assertTrue(hashes.get() <= 5, "hashed " + hashes);
    assertTrue(statuses.stream().noneMatch(status -> status == 200 || status == 500));
  }

  @Test
  void aHashIsComputedForNamesThatDoNotExistToo() {
    guess("ana", "wrong password");
    assertEquals(1, hashes.get());
    guess("nobody-of-that-name", "wrong password");
    assertEquals(2, hashes.get());
    server.test.with("invited", "*", Role.ANALYST);
    guess("invited", "wrong password");
    assertEquals(3, hashes.get());
  }

  @Test
  void twoHashesRunAtATimeAndWhoWaitsTooLongIsToldSo() {
    hold = true;
    List<CompletableFuture<Answer>> guesses = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String name = "name" + i;
      guesses.add(CompletableFuture.supplyAsync(() -> guess(name, PASSWORD), clients));
    }
    while (guesses.stream().filter(CompletableFuture::isDone).count() < 2) {
      Thread.onSpinWait();
    }
    hold = false;
    held.countDown();
    List<Integer> statuses = guesses.stream()
        .map(CompletableFuture::join)
        .map(Answer::status)
        .sorted()
        .toList();
    assertEquals(List.of(401, 401, 503, 503), statuses);
    assertEquals(2, most.get(), "hashes at a time");
    assertEquals(
        2,
        server.count("select count(*) from sign_in_attempt where key like 'client %'"),
        "an attempt that was not judged counts as a failure");
  }
}
