global using AmoCrmQualification.Application.Common;
global using AmoCrmQualification.Domain.Accounts;
global using AmoCrmQualification.Domain.Common;
global using MediatR;
global using Microsoft.AspNetCore.Mvc;
