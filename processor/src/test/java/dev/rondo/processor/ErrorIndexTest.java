package dev.rondo.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.rondo.processor.diag.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ErrorIndexTest {
  private static final Path INDEX = Path.of("..", "docs", "errors.md");
  private static final Pattern HEADING = Pattern.compile("^### (RONDO-\\d+): (.+)$");

  @Test
  void everyCodeHasOneHeadingInTheIndexAndTheOtherWayRound() throws IOException {
    List<String> codes = new ArrayList<>();
    for (String line : Files.readAllLines(INDEX)) {
      Matcher heading = HEADING.matcher(line);
      if (heading.matches()) {
        codes.add(heading.group(1));
      }
    }

    assertThat(codes)
        .containsExactlyElementsIn(Arrays.stream(Code.values()).map(Code::text).toList())
        .inOrder();
  }

  @Test
  void linksInTheIndexLeadToItsHeadings() throws IOException {
    String index = Files.readString(INDEX);
    List<String> anchors =
        index
            .lines()
            .filter(line -> line.startsWith("### "))
            .map(line -> line.substring(4).toLowerCase(Locale.ROOT))
            .map(heading -> heading.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
            .toList();

    Matcher link = Pattern.compile("\\]\\(#([^)]+)\\)").matcher(index);
    while (link.find()) {
      assertWithMessage("link to %s", link.group(1)).that(anchors).contains(link.group(1));
    }
  }
}
