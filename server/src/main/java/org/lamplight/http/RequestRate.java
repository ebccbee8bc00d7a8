package org.lamplight.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/** How much the clients of the public may ask: a bucket for each client and allowance, for a bounded number of clients. */
final class RequestRate {

  static final int MOST_BUCKETS = 100_000;

  private final int perSecond;
  private final int burst;
  private final Cache<Drawn, Bucket> buckets;

  /** Whose bucket, and which. */
  private record Drawn(String client, Allowance allowance) {}

  /**
   * Every bucket is full at first.
   *
   * @param perSecond requests that each client may ask in the long run
   * @param burst requests that it may ask at once
   */
  RequestRate(int perSecond, int burst) {
    this.perSecond = perSecond;
    this.burst = burst;
    // A bucket that has filled up again is as good as none.
    Duration full = Duration.ofSeconds(60 + burst / perSecond);
    this.buckets =
        Caffeine.newBuilder().maximumSize(MOST_BUCKETS).expireAfterAccess(full).build();
  }

  /** Counts one request; 429 where the client has asked too much. */
  void draw(Allowance allowance, String address) {
    if (allowance != Allowance.FREE) {
      ConsumptionProbe probe = bucket(allowance, address).tryConsumeAndReturnRemaining(1);
      refuseUnless(probe.isConsumed(), probe.getNanosToWaitForRefill());
    }
  }

  /** 429 where nothing is left; counts nothing. */
  void require(Allowance allowance, String address) {
    Bucket bucket = buckets.getIfPresent(new Drawn(IpAddress.client(address), allowance));
    if (bucket != null) {
      refuseUnless(bucket.getAvailableTokens() > 0, Duration.ofSeconds(1).toNanos());
    }
  }

  private Bucket bucket(Allowance allowance, String address) {
    return buckets.get(new Drawn(IpAddress.client(address), allowance), this::full);
  }

  private Bucket full(Drawn drawn) {
    long times = drawn.allowance().times;
    return Bucket.builder()
        .addLimit(limit ->
            limit.capacity(times * burst).refillGreedy(times * perSecond, Duration.ofSeconds(1)))
        .build();
  }

  private static void refuseUnless(boolean granted, long nanos) {
    if (!granted) {
      long seconds = Duration.ofNanos(nanos).toSeconds() + 1;
      throw Refusal.tooMany("too many requests from your address; come again shortly", seconds);
    }
  }

  /** Buckets that are kept, once what is to be dropped is dropped. */
  long size() {
    buckets.cleanUp();
    return buckets.estimatedSize();
  }
}
