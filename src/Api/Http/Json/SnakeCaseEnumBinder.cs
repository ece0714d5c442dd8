using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace AmoCrmQualification.Api.Http.Json;

/// <summary>Reads enums in a query as the contract spells them: <c>reached_or_passed</c>.</summary>
internal sealed class SnakeCaseEnumBinder(Type type) : IModelBinder
{
    private readonly Dictionary<string, object> _values = Enum.GetValues(type)
        .Cast<object>()
        .ToDictionary(value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()!), StringComparer.OrdinalIgnoreCase);

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var given = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (string.IsNullOrEmpty(given.FirstValue))
            return Task.CompletedTask;

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, given);
        if (_values.TryGetValue(given.FirstValue, out var value))
            bindingContext.Result = ModelBindingResult.Success(value);
        else
            bindingContext.ModelState.TryAddModelError(
                bindingContext.ModelName,
                $"It is one of {string.Join(", ", _values.Keys)}."
            );
        return Task.CompletedTask;
    }

    internal sealed class Provider : IModelBinderProvider
    {
        public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
            context.Metadata.IsEnum ? new SnakeCaseEnumBinder(context.Metadata.UnderlyingOrModelType) : null;
    }
}
