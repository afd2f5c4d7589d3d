package io.familiarface.rest.page;

import io.familiarface.rest.limit.LimitedByAddress;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.problem.Excerpt;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Refuses a query parameter that the resource does not have, as a filter misspelt is not "all", and
 * one that is given again, unless it is read as a list. Not so where a person follows a link
 * without a login: mail programs and messengers append what is theirs to it.
 */
@Provider
public class KnownParametersFilter implements ContainerRequestFilter {
  private final Map<Method, Map<String, Boolean>> known = new ConcurrentHashMap<>();

  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    Method method = resource.getResourceMethod();
    var asked = request.getUriInfo().getQueryParameters();
    if (method == null
        || asked.isEmpty()
        || !ours(resource.getResourceClass())
        || method.isAnnotationPresent(LimitedByAddress.class)
        || resource.getResourceClass().isAnnotationPresent(LimitedByAddress.class)) {
      return;
    }
    Map<String, Boolean> allowed =
        known.computeIfAbsent(method, KnownParametersFilter::parametersOf);
    for (String name : asked.keySet()) {
      if (!allowed.containsKey(name)) {
        String choice =
            allowed.isEmpty()
                ? "It takes none."
                : "It takes: " + String.join(", ", allowed.keySet()) + ".";
        throw CommonProblem.UNKNOWN_PARAMETER.at(
            "?" + Excerpt.of(name),
            "This resource has no query parameter '" + Excerpt.of(name) + "'. " + choice);
      }
      if (asked.get(name).size() > 1 && !allowed.get(name)) {
        throw CommonProblem.INVALID_REQUEST.at(
            "?" + name, "'" + name + "' is given more than once.");
      }
    }
  }

  private static boolean ours(Class<?> type) {
    return type.getName().startsWith("io.familiarface.");
  }

  /** Each name, and whether it may be given repeatedly. */
  private static Map<String, Boolean> parametersOf(Method method) {
    Map<String, Boolean> names = new TreeMap<>();
    for (Parameter parameter : method.getParameters()) {
      QueryParam query = parameter.getAnnotation(QueryParam.class);
      if (query != null) {
        names.put(query.value(), isRepeated(parameter.getType()));
      } else if (parameter.isAnnotationPresent(BeanParam.class)) {
        addFieldsOf(parameter.getType(), names);
      }
    }
    return names;
  }

  private static void addFieldsOf(Class<?> bean, Map<String, Boolean> names) {
    for (Class<?> c = bean; c != null && c != Object.class; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        QueryParam query = field.getAnnotation(QueryParam.class);
        if (query != null) {
          names.put(query.value(), isRepeated(field.getType()));
        } else if (field.isAnnotationPresent(BeanParam.class)) {
          addFieldsOf(field.getType(), names);
        }
      }
    }
  }

  private static boolean isRepeated(Class<?> type) {
    return Collection.class.isAssignableFrom(type);
  }
}
