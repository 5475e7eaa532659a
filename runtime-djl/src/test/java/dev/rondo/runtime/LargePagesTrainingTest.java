package dev.rondo.runtime;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rondo.runtime.train.TrainsInLargePages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a training does about large pages, in processes of their own. */
class LargePagesTrainingTest {
  private static final Path OFFER = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");

  @Test
  void aTrainingUsesThemUnlessSomebodyHasChosen() throws Exception {
    assumeTrue(Files.isReadable(OFFER) && Files.readString(OFFER).contains("[madvise]"));
    assertThat(kilobytes(Map.of())).isAtLeast(48 * 1024);
    assertThat(kilobytes(Map.of("THP_MEM_ALLOC_ENABLE", "0"))).isLessThan(16 * 1024);
  }

  private static int kilobytes(Map<String, String> environment) throws Exception {
    ChildJvm child = ChildJvm.run(TrainsInLargePages.class, environment);
    assertThat(child.errors()).doesNotContain("Exception");
    return Integer.parseInt(child.output());
  }
}
