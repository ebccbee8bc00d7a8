package org.lamplight.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.lamplight.city.City;
import org.lamplight.db.Database;
import org.lamplight.db.TestDatabase;
import org.lamplight.incident.Incidents;
import org.lamplight.incident.SyntheticIncidents;

/** Many who ask at once, more questions than are kept: nobody waits for ever. */
class ManyAnalystsTest {

  private static final int ANALYSTS = 16;
  private static final int QUESTIONS = 120;

  @Test
  void questionsBeyondWhatIsKeptAreAllAnswered() throws Exception {
    try (Database database = TestDatabase.open()) {
      City city = SyntheticIncidents.write(database, 3_000, 0.5);
      Incidents incidents = SyntheticIncidents.open(database, city);
      Incidents.Loaded data = incidents.at(city);
      Explorer explorer = new Explorer();
      View view = new View(city.profile().extent(), 11);
      ExecutorService analysts = Executors.newFixedThreadPool(ANALYSTS);
      List<Callable<Integer>> work = new ArrayList<>();
      for (int analyst = 0; analyst < ANALYSTS; analyst++) {
        int mine = analyst;
        work.add(() -> {
          int answers = 0;
          for (int i = 0; i < QUESTIONS; i++) {
            Map<String, String> asked = Map.of(
                "datetime", "2021-03-01T00:00:00Z/2022-01-01T00:" + minutes(mine * QUESTIONS + i));
            Question question = Question.parse(asked, data.parameters());
            answers += explorer.answer(data, question, view).matched() > 0 ? 1 : 0;
          }
          return answers;
        });
      }
      List<Future<Integer>> all = new ArrayList<>();
      work.forEach(each -> all.add(analysts.submit(each)));
      int answers = 0;
      for (Future<Integer> each : all) {
        answers += each.get(60, TimeUnit.SECONDS);
      }
      assertEquals(ANALYSTS * QUESTIONS, answers);
      analysts.shutdown();
      incidents.close();
    }
  }

  private static String minutes(int seconds) {
    return String.format("%02d:%02dZ", seconds / 60 % 60, seconds % 60);
  }
}
