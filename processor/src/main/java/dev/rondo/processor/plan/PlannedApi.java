package dev.rondo.processor.plan;

import com.palantir.javapoet.ClassName;
import dev.rondo.processor.graph.GeneratedApi;
import dev.rondo.processor.graph.ModelGraph;
import dev.rondo.processor.plan.code.ClassPlan;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.Member.Trait;
import dev.rondo.processor.plan.part.GeneratedClasses;
import dev.rondo.processor.plan.task.TaskPlanner;
import java.util.List;
import java.util.stream.Stream;

/**
 * What users see of the generated classes of a model whose graph may be wrong anywhere. It is
 * planned once, because the checks ask for its names before the model is known to be right.
 *
 * @param readable the graph, with something in place of what is not known
 * @param classes the names of the classes of the graph as it is
 * @param types the classes that users see
 */
public record PlannedApi(ModelGraph readable, GeneratedClasses classes, List<ClassPlan> types) {
  public PlannedApi {
    types = List.copyOf(types);
  }

  /** Plans what users see of a model. */
  public static PlannedApi of(ModelGraph graph) {
    ModelGraph readable = StandIns.readable(graph);
    return new PlannedApi(
        readable, GeneratedClasses.of(graph.signature()), TaskPlanner.of(readable).api());
  }

  /** Returns the names that the generated classes of a model take, as far as they can be known. */
  public GeneratedApi names() {
    boolean closes = readable.signature().declaresClose();
    return new GeneratedApi(
        Stream.concat(Stream.of(classes.network()), types.stream().map(ClassPlan::name))
            .map(ClassName::canonicalName)
            .toList(),
        types.stream()
            .filter(type -> type.name().equals(classes.predictor()))
            .flatMap(type -> type.members().stream())
            .filter(member -> !member.isConstructor() && !implementsModel(member))
            .map(Member::signature)
            .filter(signature -> !(closes && signature.equals("close()")))
            .toList());
  }

  /** Returns whether a member is the method of the model. */
  boolean implementsModel(Member member) {
    return member.is(Trait.OVERRIDES) && member.name().equals(classes.method());
  }
}
