package dev.rondo.it.typed;

import static com.google.common.truth.Truth.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a service answers with is written as JSON without help. */
class JsonTest {
  private static final Models.Reading READING =
      new Models.Reading(
          1, new Models.Engine(900, 20), DayOfWeek.MONDAY, "north", 0.5, Instant.ofEpochSecond(9));

  @Test
  void anAnswerOfSeveralPartsIsWritten() throws Exception {
    List<Models.Reading> readings = List.of(READING, READING);
    List<Models_MachinesExample> examples =
        List.of(
            new Models_MachinesExample(readings, new Models.Verdict(Models.Condition.GOOD, 9)),
            new Models_MachinesExample(
                List.of(READING), new Models.Verdict(Models.Condition.WORN, 7)));
    ObjectMapper mapper = new ObjectMapper();
    try (Models_MachinesPredictor model = Models_MachinesTrainer.create().epochs(1).fit(examples)) {
      Models_MachinesScores scores = model.checkScored(readings);
      JsonNode json = mapper.valueToTree(scores);

      assertThat(json.properties()).hasSize(2);
      assertThat(json.at("/condition/value").asText()).isEqualTo(scores.condition().value().name());
      assertThat(json.at("/condition/probabilities/GOOD").asDouble())
          .isEqualTo(scores.condition().probability(Models.Condition.GOOD));
      assertThat(json.at("/remaining").floatValue()).isEqualTo(scores.remaining());
      assertThat(mapper.treeToValue(json, Models_MachinesScores.class)).isEqualTo(scores);
    }
  }
}
