package org.lamplight.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;
import org.lamplight.http.ReadyAnswer;

/** Answers that were made once and are sent often; those asked least are made anew when memory is needed for others. */
final class AnswerCache {

  private static final long MOST_BYTES = 96L << 20;
  private static final int ENTRY = 300;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Cache<String, ReadyAnswer> answers = Caffeine.newBuilder()
      .maximumWeight(MOST_BYTES)
      .weigher((String key, ReadyAnswer answer) ->
          (int) Math.min(Integer.MAX_VALUE, answer.size() + key.length() * 2L + ENTRY))
      .build();

  /** The answer of that key, made by {@code content} when it is not there; a release's head is in its key, so that none grows stale. */
  ReadyAnswer get(Published.Head head, String key, String type, Supplier<byte[]> content) {
    return answers.get(head + "|" + key, k -> ReadyAnswer.of(type, content.get()));
  }

  /** A document of maps, lists and values as JSON. */
  static byte[] json(Object document) {
    try {
      return JSON.writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
