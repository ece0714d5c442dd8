global using AmoCrmQualification.Domain.AmoCrm;
global using AmoCrmQualification.Domain.Common;
