package dev.rondo.processor.plan;

import com.palantir.javapoet.CodeBlock;
import java.util.List;

/**
 * What all networks have: layers, and what Javadoc and model files say of them.
 *
 * @param sizes the parameters of the constructor: sizes that are known at run time only
 * @param layers the fields
 * @param created the same in the order in which they are created
 * @param table the rows of the Javadoc table
 * @param caption what stands over the table
 * @param modelName what a model file calls the model
 * @param signature the calls that build what a model file is compared with
 */
public record NetworkFrame(
    List<NetworkPlan.Size> sizes,
    List<NetworkPlan.LayerField> layers,
    List<NetworkPlan.LayerField> created,
    List<NetworkPlan.TableRow> table,
    String caption,
    String modelName,
    List<CodeBlock> signature) {
  public NetworkFrame {
    sizes = List.copyOf(sizes);
    layers = List.copyOf(layers);
    created = List.copyOf(created);
    table = List.copyOf(table);
    signature = List.copyOf(signature);
  }
}
