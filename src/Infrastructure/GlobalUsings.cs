global using AmoCrmQualification.Application.Common;
global using AmoCrmQualification.Domain.Accounts;
global using AmoCrmQualification.Domain.AmoCrm;
global using AmoCrmQualification.Domain.Common;
global using AmoCrmQualification.Infrastructure.Persistence;
global using MediatR;
global using Microsoft.EntityFrameworkCore;
global using Npgsql;
