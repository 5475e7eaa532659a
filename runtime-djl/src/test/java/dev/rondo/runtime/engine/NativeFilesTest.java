package dev.rondo.runtime.engine;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeFilesTest {
  @TempDir private Path root;

  @Test
  void thoseOfThisMachineAreFoundAmongOthers() throws IOException {
    NativeFiles found =
        NativeJars.fitting(root)
            .natives("cpu", "osx-aarch64")
            .natives("cpu", "linux-x86_64")
            .placeholder()
            .find()
            .orElseThrow();
    assertThat(found.folder()).isEqualTo("2.7.1-20250812-cpu-linux-x86_64");
    assertThat(found.libraries().keySet())
        .containsExactly(
            "libc10.so", NativeJars.LIBRARY, "1.2.3-" + System.mapLibraryName("djl_torch"))
        .inOrder();
    assertThat(found.size()).isEqualTo("c10".length() + "torch".length() + "jni".length());
  }

  @Test
  void missingOnesAreNamedAsADependency() throws IOException {
    String message = missing(NativeJars.fitting(root).placeholder());
    assertThat(message)
        .isEqualTo(
            "PyTorch cannot be started: its native libraries for this machine, linux-x86_64, are"
                + " not on the class path; found none. Add the dependency"
                + " ai.djl.pytorch:pytorch-native-cpu:2.7.1 with the classifier linux-x86_64. To"
                + " have other ones fetched from the network, name them by the environment variable"
                + " PYTORCH_FLAVOR: cu128 for CUDA GPUs.");
  }

  @Test
  void thoseOfTheBuildMachineAreNamed() throws IOException {
    assertThat(missing(NativeJars.fitting(root).natives("cpu", "osx-aarch64")))
        .contains("found those for osx-aarch64. Add");
  }

  @Test
  void machinesWithoutNativesAreToldSo() {
    EngineStartException e =
        assertThrows(
            EngineStartException.class,
            () -> NativeFiles.find(getClass().getClassLoader(), new Platform("osx-x86_64")));
    assertThat(e).hasMessageThat().contains("but none for this machine, osx-x86_64");
  }

  @Test
  void versionsHaveToBelongTogether() throws IOException {
    String message = missing(new NativeJars(root, "2.5.1-1.2.3").natives("cpu", "linux-x86_64"));
    assertThat(message).contains("pytorch-jni has version 2.5.1-1.2.3 on the class path");
    assertThat(message).contains("need 2.7.1-1.2.3");
  }

  @Test
  void djlChoosesAmongNativesForGpus() throws IOException {
    assertThat(NativeJars.fitting(root).natives("cu128", "linux-x86_64").find()).isEmpty();
  }

  @Test
  void machinesAreCalledAsDjlCallsThem() {
    assertThat(Platform.of("Linux", "amd64")).isEqualTo(new Platform("linux-x86_64"));
    assertThat(Platform.of("Mac OS X", "aarch64")).isEqualTo(new Platform("osx-aarch64"));
    assertThat(Platform.of("Windows 11", "amd64")).isEqualTo(new Platform("win-x86_64"));
    assertThat(Platform.of("FreeBSD", "amd64").supported()).isFalse();
  }

  private static String missing(NativeJars jars) {
    return String.valueOf(assertThrows(EngineStartException.class, jars::find).getMessage());
  }
}
