package dev.rondo.runtime.data.file;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers as they are generated, on each kind of file. */
class GeneratedReadersTest {
  private static final MonitorExample A7 =
      new MonitorExample(
          List.of(
              new Reading(0.61f, new Engine(1200), DayOfWeek.MONDAY, null),
              new Reading(0.65f, new Engine(1300), DayOfWeek.TUESDAY, 2.5f)),
          new Verdict(Condition.WORN, 12));
  private static final MonitorExample B2 =
      new MonitorExample(
          List.of(new Reading(-0.125f, new Engine(900), DayOfWeek.SUNDAY, 3f)),
          new Verdict(Condition.GOOD, 99.5f));

  private static final GestureExample WAVE =
      new GestureExample(new float[][] {{1, -0.5f}, {2, 0}, {3e-2f, 7}}, "wave");
  private static final GestureExample NOD = new GestureExample(new float[][] {{4, 5}}, "nod");

  @TempDir private Path folder;

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  @Test
  void rowsOfAGroupAreTheStepsOfAnExample() throws IOException {
    Path file =
        file(
            "machines.csv",
            """
            machine,day,load,engine.rpm,oil,condition,remaining
            A7,MONDAY,0.61,1200,,WORN,12
            A7,TUESDAY,0.65,1300,2.5,WORN,12
            B2,sunday,-0.125,900,3,GOOD,99.5
            """);
    assertThat(MonitorExample.read(file, Grouping.by("machine"))).containsExactly(A7, B2).inOrder();
  }

  @Test
  void objectsOfJsonAreRecordsAndArraysAreSequences() throws IOException {
    Path file =
        file(
            "machines.jsonl",
            """
            {"readings": [{"load": 0.61, "engine": {"rpm": 1200}, "day": "MONDAY"}, {"load": 0.65, \
            "engine": {"rpm": 1300}, "day": "TUESDAY", "oil": 2.5}], "expected": \
            {"condition": "WORN", "remaining": 12}}
            {"condition": "GOOD", "remaining": 99.5, "readings": [{"oil": 3, "day": "SUNDAY", \
            "engine": {"rpm": 900}, "load": -0.125}]}
            """);
    assertThat(MonitorExample.read(file)).containsExactly(A7, B2).inOrder();
  }

  @Test
  void dimensionsOfASeriesAreTheColumnsOfAMatrix() throws IOException {
    Path file =
        file(
            "gestures.ts",
            """
            # two dimensions
            @problemName Gestures
            @timeStamps false
            @univariate false
            @dimension 2
            @equalLength false
            @classLabel true wave nod
            @data
            1,2,3e-2:-0.5,0,7:wave
            4:5:nod
            """);
    assertThat(GestureExample.read(file)).containsExactly(WAVE, NOD).inOrder();
  }

  @Test
  void aMatrixIsAnArrayOfArraysOrACellOrTheRowsOfAGroup() throws IOException {
    Path json =
        file(
            "gestures.jsonl",
            """
            {"steps": [[1, -0.5], [2, 0], [3e-2, 7]], "expected": "wave"}
            {"steps": [[4, 5]], "expected": "nod"}
            """);
    Path cells = file("gestures.csv", "expected,steps\nwave,1 -0.5 | 2 0 ; 3e-2 7\nnod,4 5\n");
    Path rows =
        file(
            "gestures.tsv",
            "id\tsteps\texpected\n1\t1 -0.5\twave\n1\t2 0\twave\n1\t3e-2 7\twave\n2\t4 5\tnod\n");
    assertThat(GestureExample.read(json)).containsExactly(WAVE, NOD).inOrder();
    assertThat(GestureExample.read(cells)).containsExactly(WAVE, NOD).inOrder();
    assertThat(GestureExample.read(rows, Grouping.by("id"))).containsExactly(WAVE, NOD).inOrder();
  }
}
