package dev.rondo.processor.graph.build;

import dev.rondo.processor.graph.Codec;
import dev.rondo.processor.graph.Input;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A convolution is one over pictures where nothing but layers that keep them stands before it. */
final class PictureLayers {
  private PictureLayers() {}

  /** Returns the nodes, in their order, with the convolutions over pictures. */
  static List<Node> read(List<Node> nodes, List<Input> inputs) {
    Set<String> pictures = new HashSet<>();
    for (Input input : inputs) {
      if (input.codec() instanceof Codec.Pictures) {
        pictures.add(input.name());
      }
    }
    List<Node> read = new ArrayList<>();
    for (Node node : nodes) {
      boolean fed = pictures.containsAll(node.predecessors());
      if (fed && node.layer() instanceof Layer.Convolution convolution) {
        read.add(node.with(Layer.PictureConvolution.of(convolution)));
        pictures.add(node.id());
      } else {
        read.add(node);
        if (fed && keeps(node.layer())) {
          pictures.add(node.id());
        }
      }
    }
    return read;
  }

  private static boolean keeps(Layer layer) {
    return layer instanceof Layer.Dropout
        || layer instanceof Layer.LayerNorm
        || layer instanceof Layer.BatchNorm;
  }
}
