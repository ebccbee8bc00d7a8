package org.lamplight.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.fault.Fault;

class ParamsTest {

  /** Any query either is read or is the caller's fault. */
  @Property
  void anyTextIsReadOrRefusedWithASentence(@ForAll @StringLength(max = 200) String query) {
    try {
      Params.parse(query, name -> true).names();
    } catch (Fault e) {
      assertEquals(Fault.Kind.INVALID, e.kind());
    }
  }

  @Property
  void writtenQueriesAreReadBack(@ForAll @StringLength(max = 100) String value) {
    if (value.chars().anyMatch(c -> c < ' ' || c == 0x7f || c >= 0xd800)) {
      return;
    }
    Params params = Params.parse("", name -> true).with("a", value).with("b", "1");
    Params back = Params.parse(params.query().substring(1), name -> true);
    assertEquals(Optional.of(value), back.find("a"));
    assertEquals(List.of("a", "b"), back.names());
  }

  @Test
  void listsAreSplitAtCommas() {
    Params params = Params.parse("a=1,2,3&b=", name -> true);
    assertEquals(List.of("1", "2", "3"), params.list("a"));
    assertEquals(List.of(), params.list("c"));
    assertThrows(Fault.class, () -> params.list("b"));
    assertThrows(
        Fault.class,
        () -> Params.parse("a=" + "1,".repeat(200) + "1", name -> true).list("a"));
    assertThrows(Fault.class, () -> Params.parse("a=" + "x".repeat(2_001), name -> true));
  }

  @ParameterizedTest
  @CsvSource({"5,5", "0005,5", "100,50", "999999999999999999999,50"})
  void numbersAboveTheMaximumCountAsTheMaximum(String text, int expected) {
    assertEquals(expected, Params.parse("n=" + text, name -> true).atMost("n", 1, 1, 50));
  }

  @Test
  void absentIsNotEmpty() {
    Params params = Params.parse("a", name -> true);
    assertTrue(params.has("a"));
    assertEquals(Optional.of(""), params.find("a"));
    assertFalse(params.has("b"));
    assertEquals(7, params.atMost("b", 7, 1, 9));
  }
}
