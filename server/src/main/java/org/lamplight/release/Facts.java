package org.lamplight.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.OfficialTotals;
import org.lamplight.city.Text;

/**
 * What a release says of itself, frozen with it.
 *
 * @param source who publishes the incidents
 * @param notes what is known to be missing or changed in the source
 * @param firstMonth first month that it holds, such as 2020-01
 * @param lastMonth last month that it holds: how fresh it is
 * @param officialTotals what the source itself counts; null where it gives no totals
 * @param sealedRecords records deleted for good between the release before and this one, because a court sealed them
 */
public record Facts(
    Text cityName,
    Text source,
    List<Text> notes,
    List<Unit> units,
    String firstMonth,
    String lastMonth,
    Rules rules,
    @Nullable OfficialTotals officialTotals,
    int sealedRecords) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * The rules that it was made under.
   *
   * @param k smallest count above 0 that is shown
   * @param sensitiveK smallest count of a quarter of sensitive offences that is shown
   * @param lagDays days between a month's end and its first release
   * @param leastResidents neighborhoods below this are counted within their district
   * @param rateCount least count for a rate
   * @param rateResidents least population for a rate
   */
  public record Rules(
      int k, int sensitiveK, int lagDays, int leastResidents, int rateCount, int rateResidents) {

    /** The rules in force. */
    public static final Rules PRESENT = new Rules(10, 20, 14, 2_500, 20, 1_000);
  }

  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static Facts parse(String json) {
    try {
      return JSON.readValue(json, Facts.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a release's facts cannot be read", e);
    }
  }
}
